# since 3.14
# Expressions that need more values at once than there are registers.
import asyncio


def nest(depth, width, opening, closing, inner="x"):
    for i in range(depth):
        inner = opening + f"x + {i}, " * (width - 1) + inner + closing
    return inner


def depth_of(value):
    depth = 0
    while isinstance(value, (tuple, list)):
        depth, value = depth + 1, value[-1]
    return depth, value


def pack(*values, **names):
    return (*values, *names.values())


class Packer:
    def pack(self, *values, key=None):
        return values if key is None else (*values, key)


def closing():
    try:
        yield 1
        yield 2
    finally:
        print("closed")


locals_ = "".join(f"    v{i} = x\n" for i in range(200))
exec(f"""
def lists(x):
    return {nest(12, 25, '[', ']')}

def calls(x):
{locals_}    return {nest(12, 25, 'pack(', ')')}, v199

def methods(x, p=Packer()):
{locals_}    return {nest(40, 3, 'p.pack(', ')')}

def keywords(x):
    return {nest(30, 3, 'pack(*[x], ', ', **{"k": x}, key=x)').replace('**{"k": x}, ', '').replace(', key=x)', ')')}

def walrus(x):
{locals_}    return {nest(12, 25, '[', ']', '(v7 := x + 70)')}, v7

def yields(x):
{locals_}    result = {nest(12, 25, '[', ']', '(yield x)')}
    yield depth_of(result)

async def wait(x):
    await asyncio.sleep(0)
    return x

async def awaits(x):
{locals_}    return {nest(12, 25, 'pack(', ')', 'await wait(x)')}

def raises(x):
{locals_}    for y in closing():
        return {nest(12, 25, '[', ']', '[pack(y, 1 // (z - 3)) for z in range(5) if [z for _ in closing()]]')}

def compares(x):
    return {nest(10, 25, '(', ')', '0 < x < (x + 1 if x else 2) and f"{x!r:>{x + 4}}{ {1: [x], **{2: x}} }"')}
""")
print(depth_of(lists(1)), depth_of(calls(1)[0]), calls(1)[1], depth_of(methods(2)), depth_of(keywords(3)))  # noqa
print(depth_of(walrus(4)[0]), walrus(4)[1])
generator = yields(5)
print(next(generator), generator.send("sent"))
print(depth_of(asyncio.run(awaits(6))))
try:
    raises(7)
except ZeroDivisionError as error:
    print(error)
print(depth_of(compares(8)))
