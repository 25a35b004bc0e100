# ouro-only: CPython has it
try:
    import marshal
except ModuleNotFoundError as error:
    print(error, error.name)
