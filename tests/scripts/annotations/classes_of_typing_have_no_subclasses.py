import typing
from typing import ForwardRef, NewType, NoDefault, ParamSpec, ParamSpecArgs, TypeAliasType, TypeVar, TypeVarTuple

for base in (TypeVar, ParamSpec, TypeVarTuple, ParamSpecArgs, TypeAliasType, type(NoDefault), type(typing.ClassVar),
             NewType("Number", int), TypeVar("T"), ParamSpec("P")):
    try:
        class Derived(base):
            pass
    except TypeError as error:
        print(error)
    else:
        print("derived", base)
print(repr(NoDefault), type(NoDefault).__name__)
