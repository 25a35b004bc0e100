# SPDX-License-Identifier: MIT
#
# What FileFinder.path_hook() returns.


def make_path_hook(finder, details):
    def hook(path):
        import os

        if not os.path.isdir(path or "."):
            raise ImportError("only directories are supported", path=path)
        return finder(path, *details)

    return hook
