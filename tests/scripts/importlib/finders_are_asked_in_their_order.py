import sys


class Finder:
    def __init__(self, name):
        self.name = name

    def find_spec(self, name, path, target=None):
        print(self.name, name, path and [folder[-6:] for folder in path], target)


sys.meta_path.insert(0, Finder("first"))
sys.meta_path.append(Finder("last"))
sys.meta_path.append(object())  # without find_spec()
for name in ("_halves", "_halves.absent", "of_no_finder"):
    try:
        print(__import__(name).__name__)
    except ImportError as error:
        print(error)
