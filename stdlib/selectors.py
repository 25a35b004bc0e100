# SPDX-License-Identifier: MIT
"""Waiting for several files at once, by the best means that the system has (Library Reference, selectors)."""

import contextlib
import math
import select
from abc import ABCMeta, abstractmethod
from collections import namedtuple
from collections.abc import Mapping

EVENT_READ = 1
EVENT_WRITE = 2


def _descriptor_of(file):
    """The descriptor that `file` is or has; ValueError."""
    if isinstance(file, int):
        descriptor = file
    else:
        try:
            descriptor = int(file.fileno())
        except (AttributeError, TypeError, ValueError):
            raise ValueError(f"Invalid file object: {file!r}") from None
    if descriptor < 0:
        raise ValueError(f"Invalid file descriptor: {descriptor}")
    return descriptor


SelectorKey = namedtuple("SelectorKey", ["fileobj", "fd", "events", "data"])
SelectorKey.__doc__ = "A registered file: what was registered, its descriptor, the events waited for, and data with it."


class _SelectorMapping(Mapping):
    """The keys of a selector by their files."""

    def __init__(self, selector):
        self._selector = selector

    def __len__(self):
        return len(self._selector._fd_to_key)

    def get(self, fileobj, default=None):
        selector = self._selector
        return selector._fd_to_key.get(selector._fileobj_lookup(fileobj), default)

    def __getitem__(self, fileobj):
        return self._selector._registered(fileobj)

    def __iter__(self):
        return iter(self._selector._fd_to_key)


class BaseSelector(metaclass=ABCMeta):
    """What all selectors can do."""

    @abstractmethod
    def register(self, fileobj, events, data=None):
        """Watch a file for events; its key."""
        raise NotImplementedError

    @abstractmethod
    def unregister(self, fileobj):
        """Watch a file no more; its key."""
        raise NotImplementedError

    def modify(self, fileobj, events, data=None):
        """Watch a registered file for other events, or give it other data; its new key."""
        self.unregister(fileobj)
        return self.register(fileobj, events, data)

    @abstractmethod
    def select(self, timeout=None):
        """Wait for that many seconds, None: for ever; a list of (key, events) of the files that are ready."""
        raise NotImplementedError

    def close(self):
        """Close the selector; it must be called, so that what lies below is released."""

    def get_key(self, fileobj):
        """The key of a registered file."""
        keys = self.get_map()
        if keys is None:
            raise RuntimeError("Selector is closed")
        key = keys.get(fileobj)
        if key is None:
            raise KeyError(f"{fileobj!r} is not registered")
        return key

    @abstractmethod
    def get_map(self):
        """The keys by their files, or None when the selector is closed."""
        raise NotImplementedError

    def __enter__(self):
        return self

    def __exit__(self, *exception):
        self.close()


class _Registry(BaseSelector):
    """Keeps the keys. A class derived from it says how descriptors are watched, by four methods:

    _watch(descriptor, events) and _watch_for(descriptor, events) begin and change it, _forget(descriptor) ends it, and
    _wait(timeout) gives pairs of a descriptor and its events.
    """

    def __init__(self):
        self._map = _SelectorMapping(self)
        self._fd_to_key = {}

    def _fileobj_lookup(self, fileobj):
        """The descriptor of a file, also of one that was closed while it was registered."""
        try:
            return _descriptor_of(fileobj)
        except ValueError:
            known = [key.fd for key in self._fd_to_key.values() if key.fileobj is fileobj]
            if not known:
                raise
            return known[0]

    def _registered(self, fileobj):
        key = self._fd_to_key.get(self._fileobj_lookup(fileobj))
        if key is None:
            raise KeyError(f"{fileobj!r} is not registered")
        return key

    def _keep(self, key):
        self._fd_to_key[key.fd] = key
        return key

    def register(self, fileobj, events, data=None):
        if not events or events & ~(EVENT_READ | EVENT_WRITE):
            raise ValueError(f"Invalid events: {events!r}")
        descriptor = self._fileobj_lookup(fileobj)
        if descriptor in self._fd_to_key:
            raise KeyError(f"{fileobj!r} (FD {descriptor}) is already registered")
        self._watch(descriptor, events)
        return self._keep(SelectorKey(fileobj, descriptor, events, data))

    def unregister(self, fileobj):
        key = self._registered(fileobj)
        del self._fd_to_key[key.fd]
        self._forget(key.fd)
        return key

    def modify(self, fileobj, events, data=None):
        key = self._registered(fileobj)
        if (key.events, key.data) == (events, data):
            return key
        if key.events != events:
            try:
                self._watch_for(key.fd, events)
            except BaseException:
                del self._fd_to_key[key.fd]
                raise
        return self._keep(SelectorKey(key.fileobj, key.fd, events, data))

    def select(self, timeout=None):
        try:
            found = self._wait(timeout)
        except InterruptedError:
            return []
        keys = self._fd_to_key
        return [(keys[descriptor], events & keys[descriptor].events) for descriptor, events in found
                if descriptor in keys]

    def get_map(self):
        return self._map

    def close(self):
        self._map = None
        self._fd_to_key.clear()


class SelectSelector(_Registry):
    """By select.select()."""

    def _watch(self, descriptor, events):
        pass  # the keys say it all

    def _watch_for(self, descriptor, events):
        if events & ~(EVENT_READ | EVENT_WRITE) or not events:
            raise ValueError(f"Invalid events: {events!r}")

    def _forget(self, descriptor):
        pass

    def _wait(self, timeout):
        if timeout is not None:
            timeout = max(timeout, 0)
        wanted = [[key.fd for key in self._fd_to_key.values() if key.events & event]
                  for event in (EVENT_READ, EVENT_WRITE)]
        ready = select.select(*wanted, [], timeout)
        events = dict.fromkeys(ready[0], EVENT_READ)
        for descriptor in ready[1]:
            events[descriptor] = events.get(descriptor, 0) | EVENT_WRITE
        return events.items()


class _SystemSelector(_Registry):
    """By an object that is told what to watch: a class says its type, and the bits that stand for both events."""

    def __init__(self):
        self._selector = self._selector_cls()
        super().__init__()

    def _bits_of(self, events):
        return (self._EVENT_READ if events & EVENT_READ else 0) | (self._EVENT_WRITE if events & EVENT_WRITE else 0)

    def _watch(self, descriptor, events):
        self._selector.register(descriptor, self._bits_of(events))

    def _watch_for(self, descriptor, events):
        self._selector.modify(descriptor, self._bits_of(events))

    def _forget(self, descriptor):
        with contextlib.suppress(OSError):  # the file was closed, and so is no longer watched
            self._selector.unregister(descriptor)

    def _events_of(self, bits):
        # Errors and ends count as both events: whoever reads or writes will see them.
        return (EVENT_READ if bits & ~self._EVENT_WRITE else 0) | (EVENT_WRITE if bits & ~self._EVENT_READ else 0)


class PollSelector(_SystemSelector):
    """By select.poll()."""

    _EVENT_READ, _EVENT_WRITE = select.POLLIN, select.POLLOUT
    _selector_cls = select.poll

    def _wait(self, timeout):
        if timeout is not None:
            timeout = 0 if timeout <= 0 else math.ceil(timeout * 1000)
        return [(descriptor, self._events_of(bits)) for descriptor, bits in self._selector.poll(timeout)]


class EpollSelector(_SystemSelector):
    """By select.epoll()."""

    _EVENT_READ, _EVENT_WRITE = select.EPOLLIN, select.EPOLLOUT
    _selector_cls = select.epoll

    def fileno(self):
        """The descriptor of the epoll object."""
        return self._selector.fileno()

    def _wait(self, timeout):
        if timeout is not None:
            # The system counts milliseconds; rounded down, a wait could end too early.
            timeout = 0 if timeout <= 0 else math.ceil(timeout * 1000) / 1000
        most = max(len(self._fd_to_key), 1)
        return [(descriptor, self._events_of(bits)) for descriptor, bits in self._selector.poll(timeout, most)]

    def close(self):
        super().close()
        self._selector.close()


DefaultSelector = EpollSelector
