from __future__ import annotations
from typing import NamedTuple
class Emp(NamedTuple):
    "doc"
    name: str
    id: int=3
    def hi(self): return f'hi {self.name}'
print(Emp('g').hi(), Emp.__doc__, Emp('a')==('a',3), Emp._field_defaults, Emp.__annotations__)
