# More targets than registers: names of functions and modules, attributes, items, nested ones, `*rest`, loops.
def names(prefix, count):
    return ", ".join(f"{prefix}{i}" for i in range(count))


class Box:
    pass


exec(f"""
{names('g', 300)} = range(300)
print(g0, g150, g299)

def local():
    {names('a', 1000)} = range(1000)
    a0, a999 = a999, a0
    return a0, a500, a999

def swap_all():
    {names('a', 200)} = {names('', 200).replace(', ', '+0, ')}
    {names('a', 200)} = {', '.join(f'a{199 - i}' for i in range(200))}
    return a0, a1, a198, a199

def mixed(box, items):
    {', '.join(f'box.a{i}' if i % 3 else f'items[{i}], (x{i}, *y{i})' for i in range(200))} = range_of_pairs(200)
    return box.a199, items[198], x198, y198

def starred():
    {names('a', 255)}, *rest, {names('b', 300)} = range(600)
    return a254, rest, b0, b299

def captured():
    {names('a', 300)} = range(300)
    return lambda: a0 + a299

def loops():
    for {names('a', 300)} in [range(300), range(300, 600)]:
        yield a0, a299
    yield [a0 + a299 for {names('a', 300)} in [range(300)]]
""")


def range_of_pairs(count):
    for i in range(count):
        yield i
        if i % 3 == 0:
            yield i, -i, "rest"


print(local(), swap_all(), mixed(Box(), {}), starred(), captured()(), list(loops()))  # noqa
for count in 299, 301:
    for rest in "", ", *rest":
        try:
            exec(f"{names('a', 300 if not rest else 200)}{rest}{', ' + names('b', 100) if rest else ''} = iter(range({count}))")
            print("fine")
        except ValueError as error:
            print(error)
try:
    exec(f"{names('a', 256)}, *rest = range(300)")
except SyntaxError as error:
    print(error.msg, error.lineno, error.offset, error.end_offset)
