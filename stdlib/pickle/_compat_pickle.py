# SPDX-License-Identifier: MIT
#
# _compat_pickle: what modules and their contents were called in Python 2, whose names pickles of protocols 0 to 2 have.
# Of the modules that Ouro has.
_modules = """
    __builtin__:builtins copy_reg:copyreg Queue:queue repr:reprlib thread:_thread _abcoll:collections.abc cPickle:pickle
    UserDict:collections UserList:collections UserString:collections StringIO:io cStringIO:io commands:subprocess
    SocketServer:socketserver ConfigParser:configparser urlparse:urllib.parse
"""
_many_to_one = {"UserDict", "UserList", "UserString", "StringIO", "cStringIO"}
_contents = """
    __builtin__.xrange:builtins.range __builtin__.reduce:functools.reduce __builtin__.intern:sys.intern
    __builtin__.unichr:builtins.chr __builtin__.unicode:builtins.str __builtin__.long:builtins.int
    itertools.izip:builtins.zip itertools.imap:builtins.map itertools.ifilter:builtins.filter
    itertools.ifilterfalse:itertools.filterfalse itertools.izip_longest:itertools.zip_longest
    UserDict.IterableUserDict:collections.UserDict UserList.UserList:collections.UserList
    UserString.UserString:collections.UserString _socket.fromfd:socket.fromfd
"""
_exceptions = """
    ArithmeticError AssertionError AttributeError BaseException BufferError BytesWarning DeprecationWarning EOFError
    EnvironmentError Exception FloatingPointError FutureWarning GeneratorExit IOError ImportError ImportWarning
    IndentationError IndexError KeyError KeyboardInterrupt LookupError MemoryError NameError NotImplementedError OSError
    OverflowError PendingDeprecationWarning ReferenceError RuntimeError RuntimeWarning StopIteration SyntaxError
    SyntaxWarning SystemError SystemExit TabError TypeError UnboundLocalError UnicodeDecodeError UnicodeEncodeError
    UnicodeError UnicodeTranslateError UnicodeWarning UserWarning ValueError Warning ZeroDivisionError
""".split()
_os_errors = """
    BrokenPipeError ChildProcessError ConnectionAbortedError ConnectionError ConnectionRefusedError
    ConnectionResetError FileExistsError FileNotFoundError InterruptedError IsADirectoryError NotADirectoryError
    PermissionError ProcessLookupError TimeoutError
""".split()


def _pair(name):
    return tuple(name.split("."))


IMPORT_MAPPING = dict(entry.split(":") for entry in _modules.split())
NAME_MAPPING = dict(map(_pair, entry.split(":")) for entry in _contents.split())
NAME_MAPPING.update({("exceptions", name): ("builtins", name) for name in _exceptions})

REVERSE_IMPORT_MAPPING = {new: old for old, new in IMPORT_MAPPING.items() if old not in _many_to_one}
REVERSE_IMPORT_MAPPING.update(_functools="functools", _pickle="pickle")
REVERSE_NAME_MAPPING = {new: old for old, new in NAME_MAPPING.items()}
REVERSE_NAME_MAPPING.update({("builtins", name): ("exceptions", "OSError") for name in _os_errors})
REVERSE_NAME_MAPPING[("builtins", "ModuleNotFoundError")] = ("exceptions", "ImportError")
REVERSE_NAME_MAPPING[("_functools", "reduce")] = ("__builtin__", "reduce")
REVERSE_NAME_MAPPING[("_socket", "socket")] = ("socket", "_socketobject")

# What has no name of its own any more is only read.
NAME_MAPPING[("__builtin__", "basestring")] = ("builtins", "str")
NAME_MAPPING[("exceptions", "StandardError")] = ("builtins", "Exception")
NAME_MAPPING[("UserDict", "UserDict")] = ("collections", "UserDict")
NAME_MAPPING[("socket", "_socketobject")] = ("socket", "SocketType")
