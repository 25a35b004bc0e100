# SPDX-License-Identifier: MIT
#
# importlib: imports by name (Library Reference, importlib). Finders and loaders are the engine's; importlib.machinery
# names them.
import sys

__all__ = ["__import__", "import_module", "invalidate_caches", "reload"]

__import__ = __import__
_reloading = {}


def _absolute_name(name, package):
    level = len(name) - len(name.lstrip("."))
    parts = package.split(".")
    if level > len(parts):
        raise ImportError("attempted relative import beyond top-level package")
    base = ".".join(parts[: len(parts) - level + 1])
    return f"{base}.{name[level:]}" if name[level:] else base


def import_module(name, package=None):
    """Import a module by its name, relative to `package` if it begins with dots."""
    if name.startswith("."):
        if not package:
            raise TypeError(f"the 'package' argument is required to perform a relative import for {name!r}")
        name = _absolute_name(name, package)
    __import__(name)
    return sys.modules[name]


def invalidate_caches():
    """Tell all finders that there may be new modules."""
    for finder in sys.meta_path:
        if hasattr(finder, "invalidate_caches"):
            finder.invalidate_caches()


def reload(module):
    """Run the code of a module again, in its namespace."""
    from _importing import describe, find_spec

    name = getattr(getattr(module, "__spec__", None), "name", None) or getattr(module, "__name__", None)
    if name is None:
        raise TypeError("reload() argument must be a module")
    if sys.modules.get(name) is not module:
        raise ImportError(f"module {name} not in sys.modules", name=name)
    if name in _reloading:
        return _reloading[name]
    _reloading[name] = module
    try:
        parent = name.rpartition(".")[0]
        if parent and parent not in sys.modules:
            raise ImportError(f"parent {parent!r} not in sys.modules", name=parent)
        spec = module.__spec__ = find_spec(name)
        if spec is None:
            raise ModuleNotFoundError(f"spec not found for the module {name!r}", name=name)
        describe(module, spec)
        if spec.loader is not None:
            spec.loader.exec_module(module)
        return sys.modules[name]
    finally:
        del _reloading[name]


def _load_with(loader, name):
    """What Loader.load_module() does: the spec is made of what the loader tells."""
    from .util import module_from_spec, spec_from_loader

    spec = spec_from_loader(name, loader)
    module = sys.modules.get(name)
    if module is not None:
        spec.loader.exec_module(module)
        return sys.modules[name]
    module = sys.modules[name] = module_from_spec(spec)
    try:
        loader.exec_module(module)
    except BaseException:
        sys.modules.pop(name, None)
        raise
    return sys.modules[name]
