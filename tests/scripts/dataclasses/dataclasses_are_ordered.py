from __future__ import annotations
from dataclasses import dataclass
@dataclass(order=True)
class V:
    major:int; minor:int=0
print(V(1)<V(1,1), max(V(2),V(1,9)), sorted([V(3),V(1)]), V(1)>=V(1))
