from __future__ import annotations
import dataclasses
from dataclasses import dataclass, field
@dataclass
class Tree:
    v: int
    kids: list[Tree]=field(default_factory=list)
    def walk(self,d=0):
        yield d,self.v
        for k in self.kids: yield from k.walk(d+1)
tr=Tree(1,[Tree(2,[Tree(3)]),Tree(4)]); print(list(tr.walk()), tr)
print(dataclasses.astuple(tr), dataclasses.asdict(tr)['kids'][0])
