# SPDX-License-Identifier: MIT
#
# runpy: runs modules and files as programs (Library Reference, runpy).
import sys
from types import ModuleType

__all__ = ["run_module", "run_path"]


def _find(name):
    """Return the spec of what runs for a module: its own, or that of a package's __main__."""
    from importlib.util import find_spec

    if name.startswith("."):
        raise ImportError("Relative module names not supported")
    package = name.rpartition(".")[0]
    if package:
        _import_package(package, name)
    try:
        spec = find_spec(name)
    except (ImportError, AttributeError, TypeError, ValueError) as error:
        hint = f"; try using {name[:-3]!r} instead of {name!r} as the module name" if name.endswith(".py") else ""
        raise ImportError(
            f"Error while finding module specification for {name!r} ({type(error).__name__}: {error}){hint}"
        ) from error
    if spec is None:
        raise ImportError(f"No module named {name}")
    if spec.submodule_search_locations is None:
        return spec
    if name == "__main__" or name.endswith(".__main__"):
        raise ImportError("Cannot use package as __main__ module")
    try:
        return _find(name + ".__main__")
    except ImportError as error:
        if name not in sys.modules:
            raise  # while the package was imported
        raise ImportError(f"{error}; {name!r} is a package and cannot be directly executed") from error


def _import_package(package, name):
    """Import the package around a module. That it is missing is for the search to tell."""
    try:
        __import__(package)
    except ImportError as error:
        if error.name is None or not (package == error.name or package.startswith(error.name + ".")):
            raise
    loaded = sys.modules.get(name)
    if loaded is not None and not hasattr(loaded, "__path__"):
        from warnings import warn

        warn(RuntimeWarning(
            f"{name!r} found in sys.modules after import of package {package!r}, but prior to execution of {name!r}; "
            "this may result in unpredictable behaviour"
        ))


def _fill(names, run_name, init_globals, spec, file, package):
    """Give a namespace what the code of a program finds in it."""
    if init_globals is not None:
        names.update(init_globals)
    names.update(
        __name__=run_name,
        __file__=file,
        __cached__=spec.cached if spec else None,
        __doc__=None,
        __loader__=spec.loader if spec else None,
        __package__=package,
        __spec__=spec,
    )
    return names


def _run_as_program(code, init_globals, run_name, spec, file, package, argument):
    """Run code in a module that stands in sys.modules meanwhile, with `argument` as sys.argv[0]."""
    module = ModuleType(run_name)
    absent = object()
    before = sys.modules.get(run_name, absent)
    first_argument = sys.argv[0]
    sys.modules[run_name] = module
    sys.argv[0] = argument
    try:
        exec(code, _fill(module.__dict__, run_name, init_globals, spec, file, package))
        return dict(module.__dict__)
    finally:
        sys.argv[0] = first_argument
        if before is absent:
            sys.modules.pop(run_name, None)
        else:
            sys.modules[run_name] = before


def _code_of(spec):
    if spec.loader is None:
        raise ImportError(f"{spec.name!r} is a namespace package and cannot be executed")
    code = spec.loader.get_code(spec.name)
    if code is None:
        raise ImportError(f"No code object available for {spec.name}")
    return code


def run_module(mod_name, init_globals=None, run_name=None, alter_sys=False):
    """Run a module's code in a new namespace and return that: what it is afterwards.

    With `alter_sys` a new module stands in sys.modules under `run_name` meanwhile, and sys.argv[0] is its file.
    """
    spec = _find(mod_name)
    code = _code_of(spec)
    run_name = run_name or spec.name
    if alter_sys:
        return _run_as_program(code, init_globals, run_name, spec, spec.origin, spec.parent, spec.origin)
    names = _fill({}, run_name, init_globals, spec, spec.origin, spec.parent)
    exec(code, names)
    return names


def run_path(path_name, init_globals=None, run_name=None):
    """Run the file of that name, or the __main__.py of a folder, and return its namespace as it is afterwards."""
    import os

    from pkgutil import get_importer

    run_name = run_name or "<run_path>"
    package = run_name.rpartition(".")[0]
    path_name = os.fsdecode(path_name)
    if get_importer(path_name) is not None:
        return _run_folder(path_name, init_globals, run_name, package)
    with open(path_name, "rb") as file:
        code = compile(file.read(), path_name, "exec", dont_inherit=True)
    return _run_as_program(code, init_globals, run_name, None, path_name, package, path_name)


def _run_folder(folder, init_globals, run_name, package):
    """Run __main__ as it is found with the folder in front of sys.path."""
    main = sys.modules.pop("__main__", None)  # which is another one
    sys.path.insert(0, folder)
    try:
        try:
            spec = _find("__main__")
        except ImportError as error:
            raise ImportError(f"can't find '__main__' module in {folder!r}") from error
        finally:
            if main is not None:
                sys.modules["__main__"] = main
        return _run_as_program(_code_of(spec), init_globals, run_name, spec, spec.origin, package, folder)
    finally:
        if folder in sys.path:
            sys.path.remove(folder)
