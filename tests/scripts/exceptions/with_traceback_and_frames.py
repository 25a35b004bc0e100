def f():
    raise ValueError("x")
try:
    f()
except ValueError as error:
    tb = error.__traceback__
    print(tb.tb_lineno, tb.tb_next.tb_lineno, tb.tb_next.tb_next)
    print(error.with_traceback(None) is error, error.__traceback__)
