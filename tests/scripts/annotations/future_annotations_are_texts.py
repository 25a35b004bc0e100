"doc"
from __future__ import annotations
import __future__
def f(a: Undefined, b: list[int]='x') -> X.y: pass
class A:
    x: Foo | None = None
    y: "quoted"
z: Bar = 3
print(f.__annotations__, A.__annotations__, annotations, __future__.annotations.getMandatoryRelease(), __future__.all_feature_names)
def g(a: lambda x, *y, z=1: [i for i in x if i], b: {'a': 1, **d}, c: f"{x!r:>5}", e: (1,), h: x[1:2, ...], i: not a and b or c, j: -x**2, k: (yield_), l: a if b else c, m: 'it\'s', n: x.y(1, *a, k=2), o: {*s}, p: await_, q: a < b <= c, s: [*a], t: 1.5, u: b'x', v: ..., w: None): pass
for k, v in g.__annotations__.items(): print(k, v)
