import os

r, w = os.pipe()
a = os.dup(w)
print(a not in (r, w))
os.write(a, b"one ")
os.close(w)
b = os.dup2(a, 17)
print(b)
c = os.dup2(a, 18, inheritable=False)
os.write(b, b"two ")
os.close(a)
os.close(b)
os.write(c, b"three")
print(os.dup2(c, c))
os.close(c)
print(os.read(r, 100), os.read(r, 100))

for call in (
    lambda: os.dup(99),
    lambda: os.dup2(99, 98),
    lambda: os.dup2(r, -1),
    lambda: os.dup("x"),
    lambda: os._exit("x"),
):
    try:
        call()
    except (OSError, TypeError) as error:
        print(type(error).__name__, error)
