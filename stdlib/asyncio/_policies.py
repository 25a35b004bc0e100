# SPDX-License-Identifier: MIT
#
# Event loop policies: objects that say which loop a thread has, and that make loops. Library Reference, "Policies". All
# of it is deprecated since 3.14, so that nothing of it is loaded until it is asked for; use asyncio.Runner or the
# loop_factory of asyncio.run().
import warnings

from _asyncio import (
    _UnixSelectorEventLoop, _event_loop_policy, _own_loop_of_thread, _set_event_loop_policy, _set_own_loop_of_thread,
)


def warn_of_policies(name, stacklevel=3):
    warnings.warn(f"'asyncio.{name}' is deprecated and slated for removal in Python 3.16", DeprecationWarning,
                  stacklevel=stacklevel)


class AbstractEventLoopPolicy:
    """What a policy has."""

    def get_event_loop(self):
        """The loop of this thread; RuntimeError if it has none."""
        raise NotImplementedError

    def set_event_loop(self, loop):
        """Set the loop of this thread."""
        raise NotImplementedError

    def new_event_loop(self):
        """A new loop."""
        raise NotImplementedError


class BaseDefaultEventLoopPolicy(AbstractEventLoopPolicy):
    """A policy by which each thread has the loop that was set in it. Subclasses name what makes loops."""

    _loop_factory = None

    def get_event_loop(self):
        loop = _own_loop_of_thread()
        if loop is None:
            import threading

            raise RuntimeError(f"There is no current event loop in thread {threading.current_thread().name!r}.")
        return loop

    def set_event_loop(self, loop):
        _set_own_loop_of_thread(loop)

    def new_event_loop(self):
        return self._loop_factory()


class DefaultEventLoopPolicy(BaseDefaultEventLoopPolicy):
    """The policy that there is when none was set."""

    _loop_factory = _UnixSelectorEventLoop


for _class, _module, _name in (
    (AbstractEventLoopPolicy, "asyncio.events", "_AbstractEventLoopPolicy"),
    (BaseDefaultEventLoopPolicy, "asyncio.events", "_BaseDefaultEventLoopPolicy"),
    (DefaultEventLoopPolicy, "asyncio.unix_events", "_UnixDefaultEventLoopPolicy"),
):
    _class.__module__, _class.__name__, _class.__qualname__ = _module, _name, _name

_default = None  # the policy that there is when none was set, once somebody has asked for it


def current_policy():
    global _default
    if _default is None:
        _default = DefaultEventLoopPolicy()
    return _event_loop_policy() or _default


def set_policy(policy):
    global _default
    if policy is not None and not isinstance(policy, AbstractEventLoopPolicy):
        raise TypeError("policy must be an instance of AbstractEventLoopPolicy or None, "
                        f"not '{type(policy).__name__}'")
    _default = None
    _set_event_loop_policy(policy)


def get_event_loop_policy():
    """The policy. Deprecated."""
    warn_of_policies("get_event_loop_policy")
    return current_policy()


def set_event_loop_policy(policy):
    """Set the policy; None is the default one. Deprecated."""
    warn_of_policies("set_event_loop_policy")
    set_policy(policy)
