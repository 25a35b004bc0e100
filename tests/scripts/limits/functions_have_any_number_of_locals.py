# 100,000 locals, parameters, names, constants and cells in one function, class or module.
# no-stress: long
N = 100_000


def run(text):
    namespace = {}
    exec(text, namespace)
    return namespace["r"]


def lines(form, indent=1, count=N):
    return "".join(" " * indent + form.format(i=i) + "\n" for i in range(count))


print(run("def f():\n" + lines("v{i} = {i}") + f" return v0 + v{N - 1}\nr = f()"))
print(run("def f():\n" + lines("v{i} = {i}") + f" yield v0 + v{N - 1}\nr = list(f())"))
print(run("def f():\n" + lines("v{i} = {i}") + f" del v{N - 1}\n try: v{N - 1}\n except UnboundLocalError as e: return e\nr = f()"))
print(run("def f(" + ", ".join(f"v{i}" for i in range(N)) + f"): return v0, v{N - 1}\nr = f(*range({N}))"))
cells = N // 10
print(run("def f():\n" + lines("v{i} = {i}", 1, cells) + " def g():\n  s = 0\n" + lines("s += v{i}", 2, cells) + "  return s\n return g()\nr = f()"))
print(run("def f():\n x = 0\n" + lines("x = {i}.5") + " return x\nr = f()"))
print(run(lines("v{i} = {i}", 0) + f"r = v0 + v{N - 1}"))
print(run("class A:\n" + lines("v{i} = {i}") + f"r = A.v{N - 1}"))
print(run("def f():\n [" + ", ".join(f"v{i}" for i in range(N)) + f"] = range({N})\n return v0, v{N - 1}\nr = f()"))
print(run("def f():\n v, *" + ", ".join(f"v{i}" for i in range(N)) + f" = range({N + 2})\n return v, v0, v{N - 1}\nr = f()"))
