from .. import _square
from .._square import area as square_area
again = _square
where = (__name__, __package__, again is _square, square_area(3))
