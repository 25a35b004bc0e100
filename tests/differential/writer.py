# SPDX-License-Identifier: MIT
#
# Writer: what both generators of programs stand on. It holds the source text made so far, the current indentation and
# the random numbers, which depend on the seed alone: a seed is a program.
import contextlib
import random


class Writer:
    """Python source text, written line by line with random choices."""

    def __init__(self, seed):
        self.random = random.Random(seed)
        self.lines = []
        self.indent = 0
        self.last_name = 0

    def text(self):
        return "\n".join(self.lines) + "\n"

    def line(self, text):
        self.lines.append("    " * self.indent + text)

    def source(self, text):
        """Lines that every program has."""
        self.lines.extend(text.strip("\n").split("\n"))

    @contextlib.contextmanager
    def block(self, head):
        """A compound statement; what is written inside is its body."""
        self.line(head)
        self.indent += 1
        yield
        self.indent -= 1

    def name(self, prefix):
        """A name that was not used before."""
        self.last_name += 1
        return f"{prefix}{self.last_name}"

    def chance(self, probability):
        return self.random.random() < probability

    def below(self, limit):
        return self.random.randrange(limit)

    def pick(self, *choices):
        return self.random.choice(choices)

    def one_of(self, weighted):
        """One key of a dict from choices to their weights."""
        return self.random.choices(list(weighted), list(weighted.values()))[0]
