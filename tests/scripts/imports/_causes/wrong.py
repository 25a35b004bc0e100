from _causes import nope
