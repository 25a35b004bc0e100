from __future__ import annotations
from dataclasses import dataclass
@dataclass
class Temp:
    _c: float=0
    @property
    def f(self): return self._c*9/5+32
    @f.setter
    def f(self,v): self._c=(v-32)*5/9
x=Temp(100); print(x.f); x.f=32; print(x)
