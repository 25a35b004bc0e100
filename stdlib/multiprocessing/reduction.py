# SPDX-License-Identifier: MIT
#
# Pickling between processes: descriptors go along with a process that is being started.
import copyreg
import pickle
import socket
from io import BytesIO
from multiprocessing import context

__all__ = ["ForkingPickler", "register", "dump", "DupFd"]


class ForkingPickler(pickle.Pickler):
    """A pickler that also knows the types registered with it."""

    _extra_reducers = {}
    loads = pickle.loads

    def __init__(self, *args):
        super().__init__(*args)
        self.dispatch_table = {**copyreg.dispatch_table, **self._extra_reducers}

    @classmethod
    def register(cls, type, reduce):
        """Have `reduce` take objects of a type apart."""
        cls._extra_reducers[type] = reduce

    @classmethod
    def dumps(cls, obj, protocol=None):
        """Return an object, pickled."""
        buffer = BytesIO()
        cls(buffer, protocol).dump(obj)
        return buffer.getbuffer()


register = ForkingPickler.register


def dump(obj, file, protocol=None):
    """Pickle an object to a file."""
    ForkingPickler(file, protocol).dump(obj)


class _InheritedFd:
    """A descriptor that a process has inherited."""

    def __init__(self, fd):
        self._fd = fd

    def detach(self):
        """Return the descriptor: the caller has to close it."""
        return self._fd


def DupFd(fd):
    """Return an object for a descriptor, which can be pickled for a process that is being started."""
    popen = context.get_spawning_popen()
    if popen is None:
        raise NotImplementedError(
            "Ouro sends descriptors only to processes that it starts: make the object an argument of Process")
    return _InheritedFd(popen.duplicate_for_child(fd))


def _rebuild_socket(inherited, family, type, proto):
    return socket.socket(family, type, proto, fileno=inherited.detach())


def _reduce_socket(obj):
    return _rebuild_socket, (DupFd(obj.fileno()), obj.family, obj.type, obj.proto)


register(socket.socket, _reduce_socket)
