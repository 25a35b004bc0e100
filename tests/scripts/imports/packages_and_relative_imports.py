import _shapes
from _shapes import area, name
import _shapes._deep.inner as inner
print(area(5), name, _shapes._square.package, inner.where, _shapes.where is inner.where, _shapes._deep.inner is inner)
