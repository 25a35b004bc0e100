import _halves.part
_halves.part.ready
