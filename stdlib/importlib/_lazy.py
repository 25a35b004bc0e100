# SPDX-License-Identifier: MIT
#
# LazyLoader of importlib.util (Library Reference): until its code runs, a module has a class of its own.
import sys
import types

from .abc import Loader

__name__ = "importlib.util"  # the module of the classes and functions here


def _load_now(module):
    """Run the code of a lazy module, which becomes a plain one. What was set in it before stays as it was set."""
    names = object.__getattribute__(module, "__dict__")
    spec = names["__spec__"]
    state = spec.loader_state
    if state["is_loading"]:
        return
    state["is_loading"] = True
    own = {name: value for name, value in names.items() if name not in state["names"]}
    own |= {name: names[name] for name, value in state["names"].items() if name in names and names[name] is not value}
    spec.loader.exec_module(module)  # when that fails, it is not tried again
    if sys.modules.get(spec.name, module) is not module:
        raise ValueError(f"module object for {spec.name!r} substituted in sys.modules during a lazy load")
    names.update(own)
    object.__setattr__(module, "__class__", types.ModuleType)


class _LazyModule(types.ModuleType):
    def __getattribute__(self, name):
        _load_now(self)
        return types.ModuleType.__getattribute__(self, name)

    def __delattr__(self, name):
        _load_now(self)
        types.ModuleType.__delattr__(self, name)


class LazyLoader(Loader):
    """Has another loader run a module when an attribute of it is first asked for."""

    def __init__(self, loader):
        if not hasattr(loader, "exec_module"):
            raise TypeError("loader must define exec_module()")
        self.loader = loader

    @classmethod
    def factory(cls, loader):
        """Return what makes lazy loaders of what `loader` makes, for FileFinder."""
        if not hasattr(loader, "exec_module"):
            raise TypeError("loader must define exec_module()")
        return lambda *args, **kwargs: cls(loader(*args, **kwargs))

    def create_module(self, spec):
        return self.loader.create_module(spec)

    def exec_module(self, module):
        spec = module.__spec__
        spec.loader = module.__loader__ = self.loader
        spec.loader_state = {"names": dict(module.__dict__), "is_loading": False}
        module.__class__ = _LazyModule
