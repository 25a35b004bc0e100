# since 3.14
# Without the module, but for what stands within other types.
import dataclasses
import typing


@dataclasses.dataclass
class Made:
    any: typing.Any
    names: typing.List[int]
    nested: list[typing.Any]
    call: typing.Callable[[int], typing.Any] = None
    kind: typing.TypeVar("T") = None
    once: dataclasses.InitVar[int] = 1


print(Made.__doc__)
print(dataclasses.make_dataclass("Short", ["a", ("b", int), ("c", typing.List[int], 3)]).__doc__)
