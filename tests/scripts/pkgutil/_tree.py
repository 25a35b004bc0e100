"""A temporary folder with files, in front of sys.path."""
import os
import sys
import tempfile

sys.dont_write_bytecode = True
holder = tempfile.TemporaryDirectory()
folder = os.path.realpath(holder.name)
sys.path.insert(0, folder)


def put(name, text=""):
    path = os.path.join(folder, name)
    os.makedirs(os.path.dirname(path), exist_ok=True)
    with open(path, "w") as file:
        file.write(text)
    return path


def shown(value):
    return str(value).replace(folder, "FOLDER")
