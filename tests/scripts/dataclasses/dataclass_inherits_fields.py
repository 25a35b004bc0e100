from __future__ import annotations
from dataclasses import dataclass
@dataclass
class Base:
    a: int
    b: int=2
@dataclass
class Child(Base):
    c: int=3
    def __post_init__(self): self.total=self.a+self.b+self.c
print(Child(1), Child(1).total, Child(1,c=9), Base(1)==Child(1))
