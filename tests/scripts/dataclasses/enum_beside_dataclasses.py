from __future__ import annotations
from enum import Enum, auto, IntEnum
class State(Enum):
    IDLE=auto(); RUN=auto()
    def next(self): return State.RUN if self is State.IDLE else State.IDLE
    @property
    def label(self): return self.name.lower()
print(State.IDLE.next(), State.RUN.label, [s.value for s in State])
class Pri(IntEnum): LOW=1; HIGH=3
print(Pri.HIGH>Pri.LOW, Pri(1).name, f'{Pri.HIGH}', [p for p in Pri if p>1])
