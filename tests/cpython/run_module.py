# SPDX-License-Identifier: MIT
#
# Runs the tests of one module and tells of each (run.py reads that):
#
#     run_module.py LIBRARY MODULE FILE_OF_NAMES_THAT_ARE_DONE PART_OF_NAMES
import os
import sys

library, module_name, done_file, match = sys.argv[1:]
if library:
    sys.path.append(library)
del sys.path[0]  # this folder

import unittest

with open(done_file) as file:
    done = set(file.read().split("\n"))
output = os.fdopen(os.dup(1), "w")
os.dup2(2, 1)


def tell(word, text=""):
    output.write(f"@{word} {text}\n")
    output.flush()


class Result(unittest.TestResult):
    def startTest(self, test):
        super().startTest(test)
        self.word = "pass"
        tell("start", test.id())

    def stopTest(self, test):
        super().stopTest(test)
        tell(self.word, test.id())

    def addSkip(self, test, reason):
        super().addSkip(test, reason)
        self.word = "skip"

    def failed(self, test, error, word="fail"):
        self.word = word
        print("-----", test.id(), "\n" + self._exc_info_to_string(error, test), file=sys.stderr, flush=True)

    def addFailure(self, test, error):
        self.failed(test, error)

    def addError(self, test, error):
        self.failed(test, error, "error")

    def addSubTest(self, test, subtest, error):
        if error is not None:
            self.failed(test, error)

    def addUnexpectedSuccess(self, test):
        self.word = "fail"


def tests_of(suite):
    for test in suite:
        if isinstance(test, unittest.TestSuite):
            yield from tests_of(test)
        else:
            yield test


def is_of_ours(test):
    """Not of CPython's second implementations in Python, of what is native in both."""
    return "Py" not in type(test).__name__


def without_done(suite):
    """The same suites, which know what is set up for classes and modules, without the tests that are done."""
    kept = []
    for test in suite:
        if isinstance(test, unittest.TestSuite):
            kept.append(without_done(test))
        elif test.id() not in done and match in test.id() and is_of_ours(test):
            kept.append(test)
    return type(suite)(kept)


try:
    if library:
        import test.support.prepare
    module = __import__(module_name, None, None, ["*"])
    suite = unittest.TestLoader().loadTestsFromModule(module)
except BaseException as error:
    import traceback

    traceback.print_exc()
    tell("unloadable", f"{type(error).__name__}: {error}".replace("\n", " "))
else:
    without_done(suite).run(Result())
tell("over")
os._exit(0)
