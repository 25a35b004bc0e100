# SPDX-License-Identifier: MIT
#
# pickle: objects as octets, and back (Library Reference, pickle). All of it but the names is native.
from _pickle import (
    PickleBuffer, PickleError, Pickler, PicklingError, Unpickler, UnpicklingError, dump, dumps, load, loads,
)
from copyreg import dispatch_table

__all__ = ["PickleError", "PicklingError", "UnpicklingError", "Pickler", "Unpickler", "dump", "dumps", "load", "loads",
           "PickleBuffer"]

HIGHEST_PROTOCOL = DEFAULT_PROTOCOL = 5
format_version = "5.0"  # of the newest protocol
compatible_formats = ["1.0", "1.1", "1.2", "1.3", "2.0", "3.0", "4.0", format_version]
bytes_types = (bytes, bytearray)

# The instructions, each an octet; but TRUE and FALSE, which are what protocol 1 has for them.
_instructions = {
    "(": "MARK", ".": "STOP", "0": "POP", "1": "POP_MARK", "2": "DUP", "F": "FLOAT", "I": "INT", "J": "BININT",
    "K": "BININT1", "L": "LONG", "M": "BININT2", "N": "NONE", "P": "PERSID", "Q": "BINPERSID", "R": "REDUCE",
    "S": "STRING", "T": "BINSTRING", "U": "SHORT_BINSTRING", "V": "UNICODE", "X": "BINUNICODE", "a": "APPEND",
    "b": "BUILD", "c": "GLOBAL", "d": "DICT", "}": "EMPTY_DICT", "e": "APPENDS", "g": "GET", "h": "BINGET", "i": "INST",
    "j": "LONG_BINGET", "l": "LIST", "]": "EMPTY_LIST", "o": "OBJ", "p": "PUT", "q": "BINPUT", "r": "LONG_BINPUT",
    "s": "SETITEM", "t": "TUPLE", ")": "EMPTY_TUPLE", "u": "SETITEMS", "G": "BINFLOAT", "B": "BINBYTES",
    "C": "SHORT_BINBYTES",
}
_newer_instructions = """
    PROTO NEWOBJ EXT1 EXT2 EXT4 TUPLE1 TUPLE2 TUPLE3 NEWTRUE NEWFALSE LONG1 LONG4 SHORT_BINUNICODE BINUNICODE8 BINBYTES8
    EMPTY_SET ADDITEMS FROZENSET NEWOBJ_EX STACK_GLOBAL MEMOIZE FRAME BYTEARRAY8 NEXT_BUFFER READONLY_BUFFER
"""
_octets = {name: letter.encode() for letter, name in _instructions.items()}
_octets.update((name, bytes([code])) for code, name in enumerate(_newer_instructions.split(), 0x80))
_octets.update(TRUE=b"I01\n", FALSE=b"I00\n")
globals().update(_octets)
__all__ += sorted(_octets) + ["DEFAULT_PROTOCOL", "HIGHEST_PROTOCOL"]
del _instructions, _newer_instructions, _octets


def encode_long(x):
    """An int as little-endian two's complement in as few octets as it needs; 0 needs none."""
    size = (x.bit_length() + 8) // 8 if x > 0 else ((~x).bit_length() + 8) // 8
    return x.to_bytes(size, "little", signed=True) if x else b""


def decode_long(data):
    """The int that encode_long() wrote."""
    return int.from_bytes(data, "little", signed=True)
