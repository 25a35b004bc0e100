"""A finder, and loader, of modules whose texts stand in a dictionary."""
import importlib.abc
import importlib.machinery


class Texts(importlib.abc.MetaPathFinder, importlib.abc.Loader):
    def __init__(self, **texts):
        self.texts = {name.replace("__", "."): text for name, text in texts.items()}

    def find_spec(self, name, path=None, target=None):
        if name in self.texts:
            is_package = any(other.startswith(name + ".") for other in self.texts)
            return importlib.machinery.ModuleSpec(name, self, origin="memory", is_package=is_package)

    def exec_module(self, module):
        exec(self.texts[module.__name__], module.__dict__)
