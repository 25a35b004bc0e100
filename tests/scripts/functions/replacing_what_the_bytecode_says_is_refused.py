# ouro-only: CPython lets scripts write bytecode
def function(first, second=2):
    return first + second


code = function.__code__
for changes in ({"co_argcount": 1}, {"co_code": b""}, {"co_consts": (1, 2)}, {"co_flags": 0}, {"co_stacksize": 3},
                {"co_varnames": ("a",)}, {"co_linetable": b""}, {"co_nlocals": 7}, {"co_names": ("x",)}):
    try:
        code.replace(**changes)
    except ValueError as error:
        print(error)
