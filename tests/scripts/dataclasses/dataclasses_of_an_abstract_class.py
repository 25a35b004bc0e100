from __future__ import annotations
from dataclasses import dataclass
from abc import ABC, abstractmethod
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
