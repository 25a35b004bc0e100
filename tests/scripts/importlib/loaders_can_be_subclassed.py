import importlib.machinery
import importlib.util
import os
import tempfile


class Counting(importlib.machinery.SourceFileLoader):
    def source_to_code(self, data, path, *, _optimize=-1):
        print("compiling", self.name, len(data))
        return super().source_to_code(data, path)


with tempfile.TemporaryDirectory() as folder:
    path = os.path.join(folder, "plain.py")
    with open(path, "w") as file:
        file.write("answer = 42\n")
    spec = importlib.util.spec_from_file_location("counted", path, loader=Counting("counted", path))
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    print(module.answer, module.__loader__ is spec.loader, module.__spec__ is spec)
    finder = importlib.machinery.FileFinder(folder, (Counting, [".txt", ".py"]))
    found = finder.find_spec("plain")
    print(type(found.loader).__name__, found.origin == path, finder.find_spec("nothing"), finder.path == folder)
