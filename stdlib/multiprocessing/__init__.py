# SPDX-License-Identifier: MIT
#
# multiprocessing: threads' interfaces on processes (Library Reference, multiprocessing). Its functions are those of the
# default context.
import sys
from multiprocessing.context import (
    AuthenticationError, BufferTooShort, Process, ProcessError, TimeoutError, _default_context,
)

__all__ = [name for name in dir(_default_context) if not name.startswith("_")]

for _name in __all__:
    if _name != "reducer":
        globals()[_name] = getattr(_default_context, _name)
del _name


def __getattr__(name):
    if name == "reducer":
        return _default_context.reducer
    raise AttributeError(f"module {__name__!r} has no attribute {name!r}")


if "__main__" in sys.modules:
    sys.modules["__mp_main__"] = sys.modules["__main__"]  # so what processes send of the script is found here
