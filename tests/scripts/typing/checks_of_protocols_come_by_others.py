# isinstance() with a protocol whose sub-protocol has data members, which issubclass() refuses.
from typing import Protocol, runtime_checkable


@runtime_checkable
class Named(Protocol):
    name: str


@runtime_checkable
class NamedAndClosing(Named, Protocol):
    def close(self): ...


class Both:
    name = "b"

    def close(self):
        pass


for value in (3, Both(), Both):
    print([isinstance(value, protocol) for protocol in (Named, NamedAndClosing)])
for protocol in (Named, NamedAndClosing):
    try:
        issubclass(Both, protocol)
    except TypeError as error:
        print(error)
