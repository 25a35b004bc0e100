from __future__ import annotations
import dataclasses
from dataclasses import dataclass, field
@dataclass
class Inv:
    items: dict[str,int]=field(default_factory=dict)
    hist: list[tuple[str,int]]=field(default_factory=list,repr=False,compare=False)
    def add(self,n,q=1): self.items[n]=self.items.get(n,0)+q; self.hist.append((n,q)); return self
print(Inv().add('a').add('b',2), Inv()==Inv(), dataclasses.asdict(Inv().add('z')), dataclasses.replace(Inv(),items={'q':1}))
