# SPDX-License-Identifier: MIT
import contextlib
import os
import shutil
import tempfile

TESTFN = f"test_file_{os.getpid()}"


def unlink(path):
    with contextlib.suppress(FileNotFoundError):
        os.unlink(path)


def rmtree(path):
    shutil.rmtree(path, ignore_errors=True)


@contextlib.contextmanager
def temp_dir(path=None, quiet=False):
    with tempfile.TemporaryDirectory() as folder:
        yield folder


class FakePath:
    """An object with __fspath__()."""

    def __init__(self, path):
        self.path = path

    def __fspath__(self):
        if isinstance(self.path, BaseException):
            raise self.path
        return self.path
