# __fspath__ is called once by whoever takes a path; what it says that is no text names the object.
import os
import pathlib


class Telling:
    def __init__(self, text):
        self.text = text

    def __fspath__(self):
        print("asked", end=" ")
        return self.text


class Nothing:
    __fspath__ = None


class Number:
    __fspath__ = 5


class Failing:
    def __fspath__(self):
        raise TypeError("refused")


def attempt(function, path):
    try:
        result = function(path)
        print(type(result).__name__)
        if function is open:
            result.close()
    except TypeError as error:
        print(type(error).__name__, error)


open("present", "w").close()
for function in (open, pathlib.PurePath, pathlib.Path, os.stat, os.path.exists, os.path.abspath):
    attempt(function, Telling("present"))
for path in (Nothing(), Number(), Failing(), Telling(5), Telling(b"present"), 5.5):
    attempt(pathlib.PurePath, path)
    attempt(os.stat, path)
