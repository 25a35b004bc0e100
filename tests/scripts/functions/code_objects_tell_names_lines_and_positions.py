# Code objects say which names they look up and where their instructions come from; inspect builds on it.
import inspect

LIMIT = 3


def outer():
    kept = 1

    def function(x, size=len):
        y = x.attribute + LIMIT
        return sorted(y.other + kept) + [size, missing]
    return function


code = outer().__code__
print(sorted(code.co_names))
print(sorted({line - code.co_firstlineno for start, end, line in code.co_lines() if line} - {0}))
ranges = [(start, end) for start, end, line in code.co_lines()]
print(ranges[0][0], ranges[-1][1] == len(code.co_code), all(a[1] == b[0] for a, b in zip(ranges, ranges[1:])))
positions = list(code.co_positions())
print(len(positions) * 2 == len(code.co_code), {line - code.co_firstlineno for line, *_ in positions if line} | {0} == {0, 1, 2})
found = inspect.getclosurevars(outer())
print(found.nonlocals, found.globals, sorted(found.builtins), sorted(found.unbound))
