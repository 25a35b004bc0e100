from __future__ import annotations
import dataclasses, typing as t
from dataclasses import dataclass, field, InitVar, KW_ONLY
from typing import ClassVar, Optional, Generic, TypeVar, NamedTuple, Any
from abc import ABC, abstractmethod
from enum import Enum, auto, IntEnum
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
@dataclass(frozen=True)
class Pt:
    x: float; y: float
    def __add__(self,o): return Pt(self.x+o.x,self.y+o.y)
    @property
    def norm(self): return (self.x**2+self.y**2)**.5
    @classmethod
    def origin(cls): return cls(0,0)
    @staticmethod
    def dist(a,b): return abs(a.x-b.x)
print(Pt(3,4).norm, Pt(1,2)+Pt(1,1), Pt.origin(), {Pt(1,2):'a'}[Pt(1,2)], Pt.dist(Pt(1,1),Pt(4,4)))
class Shape(ABC):
    @abstractmethod
    def area(self)->float: ...
@dataclass
class Circle(Shape):
    r: float=1
    def area(self): return 3*self.r**2
@dataclass
class Sq(Shape):
    s: float
    def area(self): return self.s**2
print([s.area() for s in (Circle(2),Sq(3))], sorted([Circle(2),Circle(1)],key=lambda c:c.r))
try: Shape()
except TypeError as e: print(e)
class Emp(NamedTuple):
    "doc"
    name: str
    id: int=3
    def hi(self): return f'hi {self.name}'
print(Emp('g').hi(), Emp.__doc__, Emp('a')==('a',3), Emp._field_defaults, Emp.__annotations__)
@dataclass
class Inv:
    items: dict[str,int]=field(default_factory=dict)
    hist: list[tuple[str,int]]=field(default_factory=list,repr=False,compare=False)
    def add(self,n,q=1): self.items[n]=self.items.get(n,0)+q; self.hist.append((n,q)); return self
print(Inv().add('a').add('b',2), Inv()==Inv(), dataclasses.asdict(Inv().add('z')), dataclasses.replace(Inv(),items={'q':1}))
@dataclass
class Base:
    a: int
    b: int=2
@dataclass
class Child(Base):
    c: int=3
    def __post_init__(self): self.total=self.a+self.b+self.c
print(Child(1), Child(1).total, Child(1,c=9), Base(1)==Child(1))
@dataclass(order=True)
class V:
    major:int; minor:int=0
print(V(1)<V(1,1), max(V(2),V(1,9)), sorted([V(3),V(1)]), V(1)>=V(1))
class State(Enum):
    IDLE=auto(); RUN=auto()
    def next(self): return State.RUN if self is State.IDLE else State.IDLE
    @property
    def label(self): return self.name.lower()
print(State.IDLE.next(), State.RUN.label, [s.value for s in State])
class Pri(IntEnum): LOW=1; HIGH=3
print(Pri.HIGH>Pri.LOW, Pri(1).name, f'{Pri.HIGH}', [p for p in Pri if p>1])
@dataclass
class Tree:
    v: int
    kids: list[Tree]=field(default_factory=list)
    def walk(self,d=0):
        yield d,self.v
        for k in self.kids: yield from k.walk(d+1)
tr=Tree(1,[Tree(2,[Tree(3)]),Tree(4)]); print(list(tr.walk()), tr)
print(dataclasses.astuple(tr), dataclasses.asdict(tr)['kids'][0])
@dataclass
class Temp:
    _c: float=0
    @property
    def f(self): return self._c*9/5+32
    @f.setter
    def f(self,v): self._c=(v-32)*5/9
x=Temp(100); print(x.f); x.f=32; print(x)
import copy, pprint, json
print(copy.deepcopy(tr)==tr, copy.deepcopy(tr) is tr, json.dumps(dataclasses.asdict(Base(1)))); pprint.pprint(tr,width=30)
