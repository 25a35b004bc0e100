# SPDX-License-Identifier: MIT
#
# pkgutil: what is in packages (Library Reference, pkgutil). Finders of scripts take part with a method iter_modules().
import sys
from collections import namedtuple

__all__ = [
    "ModuleInfo", "extend_path", "get_data", "get_importer", "iter_importers", "iter_modules", "walk_packages",
]

ModuleInfo = namedtuple("ModuleInfo", "module_finder name ispkg")
ModuleInfo.__doc__ = "One module of iter_modules(): who finds it, its name, and whether it is a package."


# --- Finders ---


def get_importer(path_item):
    """Return the finder for an entry of a path, or None when no hook takes it."""
    import os

    path_item = os.fsdecode(path_item)
    if path_item in sys.path_importer_cache:
        return sys.path_importer_cache[path_item]
    for hook in sys.path_hooks:
        try:
            finder = hook(path_item)
        except ImportError:
            continue
        return sys.path_importer_cache.setdefault(path_item, finder)
    return None


def iter_importers(fullname=""):
    """Yield the finders that would be asked for a module, whose packages are imported."""
    if fullname.startswith("."):
        raise ImportError(f"Relative module name {fullname!r} not supported")
    package = fullname.rpartition(".")[0]
    if package:
        from importlib import import_module

        entries = getattr(import_module(package), "__path__", None)
        if entries is None:
            return
    else:
        yield from sys.meta_path
        entries = sys.path
    yield from map(get_importer, entries)


# --- Lists of modules ---


def _modules_of_folder(folder):
    """Yield (name, is_package) of all modules in a folder."""
    import os

    try:
        entries = sorted(os.listdir(folder or "."))
    except OSError:
        return
    seen = {"__init__"}
    for entry in entries:
        path = os.path.join(folder, entry)
        is_package = False
        name, ending = os.path.splitext(entry)
        if ending != ".py":
            name = entry
            is_package = os.path.isfile(os.path.join(path, "__init__.py"))
            if not is_package:
                continue
        if name and "." not in name and name not in seen:
            seen.add(name)
            yield name, is_package


def _modules_in_binary(folder):
    """Yield the same for a package of the library: "<ouro>/json" holds the modules named json.NAME."""
    from _importing import embedded_modules

    package = folder.removeprefix("<ouro>/").replace("/", ".") + "."
    for name, is_package in embedded_modules():
        if name.startswith(package) and "." not in name[len(package) :]:
            yield name[len(package) :], is_package


def _modules_of(finder):
    from importlib.machinery import FileFinder

    if isinstance(finder, FileFinder):
        folder = finder.path
        return _modules_in_binary(folder) if folder.startswith("<ouro>/") else _modules_of_folder(folder)
    return ()


def iter_modules(path=None, prefix=""):
    """Yield a ModuleInfo for each module in the folders of `path`, or of all that can be imported at top level."""
    if isinstance(path, str):
        raise ValueError("path must be None or list of paths to look for modules in")
    seen = set()
    for finder in iter_importers() if path is None else map(get_importer, path):
        if hasattr(finder, "iter_modules"):
            found = finder.iter_modules(prefix)
        else:
            found = ((prefix + name, is_package) for name, is_package in _modules_of(finder))
        for name, is_package in found:
            if name not in seen:
                seen.add(name)
                yield ModuleInfo(finder, name, is_package)


def walk_packages(path=None, prefix="", onerror=None):
    """Yield what iter_modules() does, and what is in the packages among it, which are imported.

    `onerror` is called with the name of a package that cannot be imported. Without it ImportError is passed over and
    other exceptions come through.
    """
    walked = set()

    def is_new(entry):
        if entry in walked:
            return False
        walked.add(entry)
        return True

    for info in iter_modules(path, prefix):
        yield info
        if not info.ispkg:
            continue
        try:
            __import__(info.name)
        except Exception as error:
            if onerror is not None:
                onerror(info.name)
            elif not isinstance(error, ImportError):
                raise
            continue
        entries = getattr(sys.modules[info.name], "__path__", None) or []
        yield from walk_packages([entry for entry in entries if is_new(entry)], info.name + ".", onerror)


# --- Packages ---


def extend_path(path, name):
    """Return the __path__ of a package with the folders of that package in all of sys.path, for its __init__.py."""
    if not isinstance(path, list):
        return path
    extended = list(path)
    package, _, last = name.rpartition(".")
    if package:
        try:
            entries = sys.modules[package].__path__
        except (KeyError, AttributeError):
            return extended
    else:
        entries = sys.path
    for entry in entries:
        if not isinstance(entry, str):
            continue
        finder = get_importer(entry)
        if hasattr(finder, "find_spec"):
            spec = finder.find_spec(last)
            for portion in (spec and spec.submodule_search_locations) or []:
                if portion not in extended:
                    extended.append(portion)
        _read_portions(entry, last, extended)
    return extended


def _read_portions(folder, name, portions):
    """Add the lines of the file `name`.pkg: each is a folder."""
    import os

    file_name = os.path.join(folder, name + ".pkg")
    if not os.path.isfile(file_name):
        return
    try:
        with open(file_name) as file:
            lines = [line.rstrip("\n") for line in file]
    except OSError as error:
        sys.stderr.write(f"Can't open {file_name}: {error}\n")
        return
    portions += [line for line in lines if line and not line.startswith("#")]


def get_data(package, resource):
    """Return the octets of a file beside a package, named with slashes; None when its loader cannot tell."""
    import os
    from importlib import import_module
    from importlib.util import find_spec

    spec = find_spec(package)
    if spec is None or not hasattr(spec.loader, "get_data"):
        return None
    file = getattr(import_module(package), "__file__", None)
    if file is None:
        return None
    return spec.loader.get_data(os.path.join(os.path.dirname(file), *resource.split("/")))


def resolve_name(name):
    """Return what "package.module:object.attribute" or "package.module.object" names; modules are imported."""
    from importlib import import_module

    module_name, colon, path = name.partition(":")
    parts = path.split(".") if path else []
    names = module_name.split(".")
    if not all(part.isidentifier() for part in names + parts):
        raise ValueError(f"invalid format: {name!r}")
    if colon:
        found = import_module(module_name)
    else:
        found = import_module(names[0])
        for count in range(2, len(names) + 1):
            try:
                found = import_module(".".join(names[:count]))
            except ImportError:
                parts = names[count - 1 :]
                break
    for part in parts:
        found = getattr(found, part)
    return found
