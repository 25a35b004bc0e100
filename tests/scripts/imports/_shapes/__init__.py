"""A package."""
from . import _square
from ._square import area
from ._deep.inner import where
name = __name__
