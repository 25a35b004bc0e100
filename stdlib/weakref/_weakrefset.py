# SPDX-License-Identifier: MIT
#
# WeakSet: a set that does not keep its elements alive (Library Reference, weakref).
from _weakref import ref
from types import GenericAlias


class WeakSet:
    # `data` holds references. An element that dies while somebody iterates leaves when the last iteration is over.

    def __init__(self, data=None):
        self.data = set()
        self._iterations = 0
        self._dead = []
        self_reference = ref(self)

        def remove(reference):
            this = self_reference()
            if this is None:
                return
            if this._iterations:
                this._dead.append(reference)
            else:
                this.data.discard(reference)

        self._remove = remove
        if data is not None:
            self.update(data)

    def _drop_dead(self):
        while self._dead and not self._iterations:
            self.data.discard(self._dead.pop())

    def __iter__(self):
        self._iterations += 1
        try:
            for reference in self.data:
                element = reference()
                if element is not None:
                    yield element
        finally:
            self._iterations -= 1
            self._drop_dead()

    def __len__(self):
        return len(self.data) - len(self._dead)

    def __contains__(self, item):
        try:
            reference = ref(item)
        except TypeError:
            return False
        return reference in self.data

    def __reduce__(self):
        return self.__class__, (list(self),), self.__getstate__()

    def __repr__(self):
        return repr(self.data)

    __class_getitem__ = classmethod(GenericAlias)

    # --- Changing it ---

    def add(self, item):
        self._drop_dead()
        self.data.add(ref(item, self._remove))

    def clear(self):
        self._drop_dead()
        self.data.clear()

    def copy(self):
        return self.__class__(self)

    def pop(self):
        self._drop_dead()
        while self.data:
            element = self.data.pop()()
            if element is not None:
                return element
        raise KeyError("pop from empty WeakSet")

    def remove(self, item):
        self._drop_dead()
        self.data.remove(ref(item))

    def discard(self, item):
        self._drop_dead()
        self.data.discard(ref(item))

    def update(self, other):
        self._drop_dead()
        for element in other:
            self.add(element)

    def __ior__(self, other):
        self.update(other)
        return self

    def difference_update(self, other):
        self.__isub__(other)

    def __isub__(self, other):
        self._drop_dead()
        if self is other:
            self.data.clear()
        else:
            self.data.difference_update([ref(element) for element in other])
        return self

    def intersection_update(self, other):
        self.__iand__(other)

    def __iand__(self, other):
        self._drop_dead()
        self.data.intersection_update([ref(element) for element in other])
        return self

    def symmetric_difference_update(self, other):
        self.__ixor__(other)

    def __ixor__(self, other):
        self._drop_dead()
        if self is other:
            self.data.clear()
        else:
            self.data.symmetric_difference_update([ref(element, self._remove) for element in other])
        return self

    # --- New sets ---

    def union(self, other):
        result = self.copy()
        result.update(other)
        return result

    def difference(self, other):
        result = self.copy()
        result.difference_update(other)
        return result

    def intersection(self, other):
        return self.__class__(element for element in other if element in self)

    def symmetric_difference(self, other):
        result = self.copy()
        result.symmetric_difference_update(other)
        return result

    __or__ = union
    __sub__ = difference
    __and__ = intersection
    __xor__ = symmetric_difference

    # --- Comparing ---

    def issubset(self, other):
        return self.data.issubset(ref(element) for element in other)

    def issuperset(self, other):
        return self.data.issuperset(ref(element) for element in other)

    def isdisjoint(self, other):
        return not self.intersection(other)

    __le__ = issubset
    __ge__ = issuperset

    def __lt__(self, other):
        return self.data < {ref(element) for element in other}

    def __gt__(self, other):
        return self.data > {ref(element) for element in other}

    def __eq__(self, other):
        if isinstance(other, self.__class__):
            return self.data == {ref(element) for element in other}
        return NotImplemented
