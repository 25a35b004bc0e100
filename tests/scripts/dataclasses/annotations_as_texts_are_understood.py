from __future__ import annotations
import dataclasses, typing as t
from dataclasses import dataclass, field, InitVar
from typing import ClassVar, Optional, Generic, TypeVar
T=TypeVar('T')
@dataclass
class A(Generic[T]):
    x: T
    c: ClassVar[int]=3
    d: t.ClassVar[list]=[]
    i: InitVar[int]=5
    j: dataclasses.InitVar[str]='q'
    nxt: Optional[A]=None
    und: Undefined|None=None
    k: int=field(default=1,kw_only=True)
    def __post_init__(self,i,j): self.sum=(i,j)
a=A(1,7); print(a, a.sum, A.__match_args__, [f.name for f in dataclasses.fields(A)], [f.type for f in dataclasses.fields(A)], A[int](3,k=9))
