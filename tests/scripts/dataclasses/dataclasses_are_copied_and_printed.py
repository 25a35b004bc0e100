from __future__ import annotations
import dataclasses
from dataclasses import dataclass, field
@dataclass
class Base:
    a: int
    b: int=2
@dataclass
class Tree:
    v: int
    kids: list[Tree]=field(default_factory=list)
    def walk(self,d=0):
        yield d,self.v
        for k in self.kids: yield from k.walk(d+1)
tr=Tree(1,[Tree(2,[Tree(3)]),Tree(4)]); print(list(tr.walk()), tr)
import copy, pprint, json
print(copy.deepcopy(tr)==tr, copy.deepcopy(tr) is tr, json.dumps(dataclasses.asdict(Base(1)))); pprint.pprint(tr,width=30)
