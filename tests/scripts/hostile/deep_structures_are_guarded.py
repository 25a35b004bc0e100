# no-stress: makes hundreds of thousands of objects
def nest(wrap, depth=100000):
    value = None
    for _ in range(depth):
        value = wrap(value)
    return value

class Node:
    def __init__(self, next): self.next = next
    def __repr__(self): return f"Node({self.next!r})"

def attempt(action):
    try:
        action()
        return "done"
    except RecursionError:
        return "RecursionError"

row, other = nest(lambda v: [v]), nest(lambda v: [v])
print(attempt(lambda: repr(row)), attempt(lambda: str(row)), attempt(lambda: row == other), attempt(lambda: row < other))
d = nest(lambda v: {"k": v})
print(attempt(lambda: repr(d)), attempt(lambda: f"{d}"))
print(attempt(lambda: repr(nest(Node))))
chain = nest(lambda v: Node(v))
count = 0
while chain is not None:
    chain, count = chain.next, count + 1
print(count)
f = nest(lambda v: (lambda: v() if v else 0), 50000)
print(attempt(f))
