import typing

for name in "TypeVar", "ParamSpec", "TypeVarTuple", "TypeAliasType":
    if hasattr(typing, name):
        try:
            type("Own", (getattr(typing, name),), {})
        except TypeError as error:
            print(error)
