# SPDX-License-Identifier: MIT
#
# importlib.util: tools for finders and loaders (Library Reference, importlib.util).
import sys

from _importing import ModuleSpec, SourceFileLoader, find_spec as _find_spec, module_from_spec

from . import _absolute_name

__all__ = [
    "LazyLoader", "cache_from_source", "decode_source", "find_spec", "module_from_spec", "resolve_name",
    "source_from_cache", "spec_from_file_location", "spec_from_loader",
]

_unset = object()


def resolve_name(name, package):
    """Make a relative module name absolute."""
    if not name.startswith("."):
        return name
    if not package:
        raise ImportError(f"no package specified for {name!r} (required for relative module names)")
    return _absolute_name(name, package)


def find_spec(name, package=None):
    """Return the spec of a module, which is not imported, or None; its packages are."""
    full_name = resolve_name(name, package)
    if full_name not in sys.modules:
        parent = full_name.rpartition(".")[0]
        if parent:
            holder = __import__(parent, fromlist=["__path__"])
            if not hasattr(holder, "__path__"):
                raise ModuleNotFoundError(
                    f"__path__ attribute not found on {parent!r} while trying to find {full_name!r}", name=full_name
                )
        return _find_spec(full_name)
    module = sys.modules[full_name]
    if module is None:
        return None
    try:
        spec = module.__spec__
    except AttributeError:
        raise ValueError(f"{name}.__spec__ is not set") from None
    if spec is None:
        raise ValueError(f"{name}.__spec__ is None")
    return spec


def spec_from_loader(name, loader, *, origin=None, is_package=None):
    """Return a spec for what `loader` loads."""
    if origin is None:
        origin = getattr(loader, "_ORIGIN", None)
    if not origin and hasattr(loader, "get_filename"):
        if is_package is None:
            return spec_from_file_location(name, loader=loader)
        return spec_from_file_location(name, loader=loader, submodule_search_locations=[] if is_package else None)
    if is_package is None:
        is_package = _asks_package(loader, name)
    return ModuleSpec(name, loader, origin=origin, is_package=is_package)


def _asks_package(loader, name):
    try:
        return bool(loader.is_package(name))
    except (AttributeError, ImportError):
        return False


def spec_from_file_location(name, location=None, *, loader=None, submodule_search_locations=_unset):
    """Return a spec for a module in that file, or None when nothing loads such files."""
    import os

    if location is None:
        location = "<unknown>"
        if hasattr(loader, "get_filename"):
            try:
                location = loader.get_filename(name)
            except ImportError:
                pass
    else:
        location = os.fspath(location)
        try:
            location = os.path.abspath(location)
        except OSError:
            pass
    if loader is None:
        if not location.endswith(".py"):
            return None
        loader = SourceFileLoader(name, location)
    spec = ModuleSpec(name, loader, origin=location)
    spec.has_location = True
    if submodule_search_locations is _unset:
        submodule_search_locations = [] if _asks_package(loader, name) else None
    spec.submodule_search_locations = submodule_search_locations
    if submodule_search_locations == [] and location:
        submodule_search_locations.append(os.path.dirname(location))
    return spec


def decode_source(source_bytes):
    """Decode the octets of a source file by its mark or cookie; line ends become newlines."""
    import re

    data = bytes(source_bytes)
    encoding = "utf-8-sig" if data.startswith(b"\xef\xbb\xbf") else "utf-8"
    for line in data.split(b"\n", 2)[:2]:
        cookie = re.match(rb"[ \t\f]*#.*?coding[:=][ \t]*([-\w.]+)", line)
        if cookie and encoding == "utf-8":
            encoding = cookie.group(1).decode("ascii")
        if cookie or not re.match(rb"[ \t\f]*(?:[#\r]|$)", line):
            break
    return data.decode(encoding).replace("\r\n", "\n").replace("\r", "\n")


def cache_from_source(path, debug_override=None, *, optimization=None):
    """Ouro writes no compiled files: NotImplementedError, as where sys.implementation.cache_tag is None."""
    raise NotImplementedError("sys.implementation.cache_tag is None")


def source_from_cache(path):
    raise NotImplementedError("sys.implementation.cache_tag is None")


def __getattr__(name):
    if name != "LazyLoader":
        raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
    from ._lazy import LazyLoader

    globals()[name] = LazyLoader
    return LazyLoader
