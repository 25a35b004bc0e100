# What select() refuses.
import os
import select


class Answer:
    def __init__(self, answer):
        self.answer = answer

    def fileno(self):
        return self.answer


def attempt(*arguments):
    try:
        print(select.select(*arguments))
    except (TypeError, ValueError, OverflowError, OSError) as problem:
        print(type(problem).__name__, problem)


attempt(1, [], [])
for timeout in "a", -1, float("nan"), 1e300, 10**20:
    attempt([], [], [], timeout)
for file in "a", 1.5, -1, 9999, 2**70, Answer("x"), Answer(-1), Answer(2**70):
    attempt([file], [], [], 0)
reader, writer = os.pipe()
os.close(reader)
os.close(writer)
attempt([reader], [], [], 0)
