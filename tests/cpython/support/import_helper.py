# SPDX-License-Identifier: MIT
import importlib
import sys
import unittest


def import_module(name, deprecated=False, *, required_on=()):
    try:
        return importlib.import_module(name)
    except ImportError as error:
        raise unittest.SkipTest(str(error))


def import_fresh_module(name, fresh=(), blocked=(), *, deprecated=False):
    """A new copy of a module. None where a module that it is to be loaded with or without is part of Ouro itself."""
    if blocked:
        return None
    saved = {key: sys.modules.pop(key) for key in (name, *fresh) if key in sys.modules}
    try:
        return importlib.import_module(name)
    except ImportError:
        return None
    finally:
        sys.modules.update(saved)


def ensure_lazy_imports(module, names):
    raise unittest.SkipTest("for CPython alone")
