# Patterns with hundreds of parts: sequences, mappings, classes, alternatives; guards and cases that fail late.
def join(template, count, separator=", "):
    return separator.join(template.replace("#", str(i)) for i in range(count))


class Point:
    __match_args__ = tuple(f"p{i}" for i in range(300))

    def __init__(self, **changes):
        for i in range(300):
            setattr(self, f"p{i}", i)
        self.__dict__.update(changes)


exec(f"""
def sequence(x):
    match x:
        case [{join('a#', 300)}] if a299 == 0:
            return "guard", a0
        case [{join('#', 299)}, last]:
            return "last", last
        case [{join('a#', 200)}, *rest, {join('b#', 150)}]:
            return a0, a199, rest, b0, b149
        case [{join('a#', 120)}, *_, 7, {join('_', 100)}]:
            return "seven", a119
        case [[{join('[a#, _]', 150)}], {{'k': v, **more}} | [v, more], *others]:
            return a0, a149, v, more, others
        case _:
            return "nothing"

def mapping(x):
    match x:
        case {{{join("'k#': (v#, _)", 150)}, **rest}}:
            return v0, v149, rest

def positional(x):
    match x:
        case Point({join('a#', 300)}):
            return a0, a299

def keywords(x):
    match x:
        case Point({join('p#=#', 299)}, p299=last):
            return last

def alternatives(x):
    match x:
        case {join('[#, y] | {"k": [#, y]}', 300, ' | ')}:
            return y
        case {join('#', 300, ' | ')} as number:
            return number

def captured(x):
    match x:
        case [{join('a#', 300)}]:
            return lambda: a0 + a299
""")
print(sequence(range(300)), sequence([*range(1, 300), 0]), sequence(range(50, 410)), sequence([7] * 230))
print(sequence([[(i, 0) for i in range(150)], {"k": 1, "l": 2}, 3]), sequence([[(i, 0) for i in range(150)], (1, 2)]))
print(sequence([*range(299), "end"]), sequence([]), sequence([[(1, 2)] * 149 + [1], [1, 2]]))
print(mapping({f"k{i}": (i, 0) for i in range(152)}), mapping({f"k{i}": (i, 0) for i in range(149)}))
print(positional(Point()), keywords(Point(p299="x")), keywords(Point(p7=0)))
print(alternatives([299, "y"]), alternatives({"k": [299, "z"]}), alternatives([300, 1]), alternatives(299), alternatives(300))
print(captured(range(300))())
try:
    exec(f"match x:\n    case [{join('a#', 256)}, *rest]: pass")
except SyntaxError as error:
    print(error.msg, error.lineno, error.offset, error.end_offset)
