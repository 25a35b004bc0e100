# SPDX-License-Identifier: MIT
#
# timeit: how long small pieces of code take (Library Reference, timeit).
import itertools
import sys
import time

__all__ = ["Timer", "timeit", "repeat", "default_timer"]

dummy_src_name = "<timeit-src>"
default_number = 1_000_000
default_repeat = 5
default_timer = time.perf_counter


def _indented(text, width):
    return text.replace("\n", "\n" + " " * width)


class Timer:
    """Times a statement: source text or a callable."""

    def __init__(self, stmt="pass", setup="pass", timer=default_timer, globals=None):
        self.timer = timer
        names = dict(globals or {})
        parts = {}
        for what, code, width in (("setup", setup, 4), ("stmt", stmt, 8)):
            if isinstance(code, str):
                compile(code if what == "stmt" else code, dummy_src_name, "exec")
                parts[what] = _indented(code, width)
            elif callable(code):
                names[f"_{what}"] = code
                parts[what] = f"_{what}()"
            else:
                raise ValueError(f"{what} is neither a string nor callable")
        self.src = (
            "def inner(_it, _timer):\n"
            f"    {parts['setup']}\n"
            "    _t0 = _timer()\n"
            "    for _i in _it:\n"
            f"        {parts['stmt']}\n"
            "        pass\n"
            "    _t1 = _timer()\n"
            "    return _t1 - _t0\n"
        )
        exec(compile(self.src, dummy_src_name, "exec"), names)
        self.inner = names["inner"]

    def timeit(self, number=default_number):
        """Seconds that `number` runs take."""
        return self.inner(itertools.repeat(None, number), self.timer)

    def repeat(self, repeat=default_repeat, number=default_number):
        """timeit() several times."""
        return [self.timeit(number) for _ in range(repeat)]

    def autorange(self, callback=None):
        """How many runs take at least 0.2 s, and how long they take."""
        for scale in itertools.count():
            for factor in (1, 2, 5):
                number = factor * 10**scale
                taken = self.timeit(number)
                if callback:
                    callback(number, taken)
                if taken >= 0.2:
                    return number, taken

    def print_exc(self, file=None):
        """Print the traceback of what failed in the timed code."""
        import traceback

        traceback.print_exc(file=file or sys.stderr)


def timeit(stmt="pass", setup="pass", timer=default_timer, number=default_number, globals=None):
    """Seconds that `number` runs of a statement take."""
    return Timer(stmt, setup, timer, globals).timeit(number)


def repeat(stmt="pass", setup="pass", timer=default_timer, repeat=default_repeat, number=default_number, globals=None):
    """timeit() several times."""
    return Timer(stmt, setup, timer, globals).repeat(repeat, number)
