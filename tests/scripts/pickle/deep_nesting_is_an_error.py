# ouro-only: how deep is too deep depends on the machine
# no-stress: it makes 200000 objects inside each other
import pickle

for make in (lambda value: [value], lambda value: (value, 1), lambda value: {1: value}):
    value = None
    for _ in range(200_000):
        value = make(value)
    try:
        pickle.dumps(value)
    except RecursionError as error:
        print(error)
deep = pickle.loads(b"]" * 200_000 + b"a" * 199_999 + b".")
depth = 0
while deep:
    deep, depth = deep[0], depth + 1
print(depth)
