# Each part of a chain ends, and the one outside goes on, at every depth: a walk over a tree.
def tree(depth, name=""):
    return (name, [tree(depth - 1, name + side) for side in "lr"] if depth else [])


def walk(node):
    name, children = node
    yield "+" + name
    for child in children:
        counted = yield from walk(child)
        yield f"{counted}"
    yield "-" + name
    return name + "."


print(*walk(tree(3)))
steps = walk(tree(5))
print(sum(1 for _ in steps), next(steps, "end"))
