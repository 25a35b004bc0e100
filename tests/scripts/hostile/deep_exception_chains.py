# no-stress: makes many thousands of objects
error = None
for n in range(20000):
    try:
        try:
            raise ValueError(n)
        finally:
            if error is not None:
                raise KeyError(n) from error
    except Exception as caught:
        error = caught
depth = 0
while error is not None:
    error = error.__cause__
    depth += 1
print(depth)
group = ValueError("innermost")
for _ in range(20000):
    group = ExceptionGroup("g", [group])
try:
    print(group.split(TypeError)[0])
except RecursionError:
    print("RecursionError")
print("alive")
