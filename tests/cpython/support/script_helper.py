# SPDX-License-Identifier: MIT
import collections
import os
import subprocess
import sys

Result = collections.namedtuple("Result", "rc out err")


def _run(args, env):
    library = [path for path in sys.path if os.path.isdir(os.path.join(path, "test", "support"))]
    environment = {**os.environ, "OUROPATH": os.pathsep.join(library)}
    environment.update({name: value for name, value in env.items() if not name.startswith("__")})
    done = subprocess.run([sys.executable, *args], stdin=subprocess.DEVNULL, capture_output=True, env=environment)
    return Result(done.returncode, done.stdout, done.stderr)


def assert_python_ok(*args, **env):
    result = _run(args, env)
    if result.rc:
        raise AssertionError(f"exit status {result.rc}\n{result.err.decode()}")
    return result


def assert_python_failure(*args, **env):
    result = _run(args, env)
    if not result.rc:
        raise AssertionError("exit status 0")
    return result
