# SPDX-License-Identifier: MIT
#
# signal: handlers for what the system or other processes tell this one (Library Reference, signal). _signal does it
# with plain numbers; here they are enums.
import _signal
import _signal_masks
from _signal import (
    ITIMER_PROF, ITIMER_REAL, ITIMER_VIRTUAL, NSIG, ItimerError, alarm, default_int_handler, getitimer, pause,
    pidfd_send_signal, pthread_kill, raise_signal, set_wakeup_fd, setitimer, siginterrupt, strsignal,
)
from _signal_masks import sigtimedwait, sigwaitinfo, struct_siginfo
from enum import IntEnum as _IntEnum


def _make_enum(name, belongs):
    """The numbers of _signal whose names belong to the enum; of two names for one number the first one counts."""
    numbers = sorted((getattr(_signal, found), found) for found in dir(_signal) if belongs(found))
    made = _IntEnum(name, [(found, number) for number, found in numbers], module=__name__)
    globals().update(made.__members__)
    return made


_masks = ("SIG_BLOCK", "SIG_UNBLOCK", "SIG_SETMASK")
Signals = _make_enum("Signals", lambda name: name.isupper() and name.startswith("SIG") and "_" not in name)
Handlers = _make_enum("Handlers", lambda name: name in ("SIG_DFL", "SIG_IGN"))
Sigmasks = _make_enum("Sigmasks", lambda name: name in _masks)

def _member(enum, value):
    """The enum's member for a number, or what is none as it is."""
    if not isinstance(value, int):
        return value
    try:
        return enum(value)
    except ValueError:
        return value


def _number(value):
    return int(value) if isinstance(value, _IntEnum) else value


def signal(signalnum, handler):
    """Have a function called when a signal comes, as handler(number, frame); return the handler before it."""
    return _member(Handlers, _signal.signal(_number(signalnum), _number(handler)))


def getsignal(signalnum):
    """The handler of a signal; None when it was not set from here."""
    return _member(Handlers, _signal.getsignal(signalnum))


def _members(numbers):
    return {_member(Signals, number) for number in numbers}


def pthread_sigmask(how, mask):
    """Change which signals the calling thread blocks; return those that it did."""
    return _members(_signal_masks.pthread_sigmask(how, mask))


def sigpending():
    """The signals that have come while they were blocked."""
    return _members(_signal_masks.sigpending())


def sigwait(sigset):
    """Wait for a signal of a set and take it; return its number."""
    return _member(Signals, _signal_masks.sigwait(sigset))


def valid_signals():
    """All signals that there are."""
    return _members(_signal.valid_signals())
