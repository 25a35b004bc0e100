# SPDX-License-Identifier: MIT
#
# importlib.resources: files beside modules (Library Reference, importlib.resources). What files() returns is a path
# where the package is a folder; loaders of scripts may give their own Traversables.
import os
import sys
import types

__all__ = [
    "Anchor", "Package", "ResourceReader", "as_file", "contents", "files", "is_resource", "open_binary", "open_text",
    "path", "read_binary", "read_text",
]


def __getattr__(name):
    if name in ("Anchor", "Package"):
        value = str | types.ModuleType
    elif name == "ResourceReader":
        from .abc import ResourceReader as value
    else:
        raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
    globals()[name] = value
    return value


# --- Where resources are ---


def _caller():
    """Return the name of the module from which this package was called."""
    frame = sys._getframe(1)
    while frame.f_globals.get("__name__") == __name__:
        frame = frame.f_back
    return frame.f_globals["__name__"]


def files(anchor=None):
    """Return a Traversable of the folder of a package, or around a module: the caller's when none is named."""
    from importlib import import_module

    module = anchor
    if anchor is None or isinstance(anchor, str):
        module = import_module(_caller() if anchor is None else anchor)
    return _files_of(module.__spec__)


def _files_of(spec):
    from ._readers import SpecFiles, folder_of_spec

    name = spec.name
    get_reader = getattr(spec.loader, "get_resource_reader", None)
    reader = get_reader(name) if get_reader else None
    if reader is not None and hasattr(reader, "files"):
        return reader.files()
    if reader is None:
        folder = folder_of_spec(spec)
        if folder is not None:
            return folder
    return SpecFiles(spec, reader)


def as_file(path):
    """Return a context manager that gives a path in the file system: the resource itself, or a copy for the while."""
    import contextlib
    import pathlib

    if not path.is_dir() and isinstance(path, pathlib.Path):
        return contextlib.nullcontext(path)
    from ._readers import copied

    return contextlib.nullcontext(path) if isinstance(path, pathlib.Path) else copied(path)


# --- Functions of one resource ---


def _locate(anchor, names):
    return files(anchor).joinpath(*map(os.fspath, names))


_required = object()


def _encoding(encoding, names):
    if encoding is not _required:
        return encoding
    if len(names) > 1:
        raise TypeError("'encoding' argument required with multiple path names")
    return "utf-8"


def open_binary(anchor, *path_names):
    """Open a resource for reading octets."""
    return _locate(anchor, path_names).open("rb")


def open_text(anchor, *path_names, encoding=_required, errors="strict"):
    """Open a resource for reading text."""
    encoding = _encoding(encoding, path_names)
    return _locate(anchor, path_names).open("r", encoding=encoding, errors=errors)


def read_binary(anchor, *path_names):
    """Return the octets of a resource."""
    return _locate(anchor, path_names).read_bytes()


def read_text(anchor, *path_names, encoding=_required, errors="strict"):
    """Return the text of a resource."""
    encoding = _encoding(encoding, path_names)
    return _locate(anchor, path_names).read_text(encoding=encoding, errors=errors)


def path(anchor, *path_names):
    """Return a context manager that gives a path of a resource."""
    return as_file(_locate(anchor, path_names))


def is_resource(anchor, *path_names):
    """Return whether there is such a file."""
    return _locate(anchor, path_names).is_file()


def contents(anchor, *path_names):
    """Return the names in a folder."""
    from warnings import warn

    warn(
        "importlib.resources.contents is deprecated. Use files(anchor).iterdir() instead.",
        DeprecationWarning,
        stacklevel=1,
    )
    return (entry.name for entry in _locate(anchor, path_names).iterdir())
