# SPDX-License-Identifier: MIT
#
# struct: values as octets, laid out as C does it (Library Reference, struct).
from _struct import Struct, _clearcache, calcsize, error, iter_unpack, pack, pack_into, unpack, unpack_from

__all__ = ["calcsize", "pack", "pack_into", "unpack", "unpack_from", "iter_unpack", "Struct", "error"]
