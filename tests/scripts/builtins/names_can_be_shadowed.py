def f():
    return len([1, 2])
print(f())
len = lambda x: "mine"
print(f(), len("abc"))
del len
print(f())
def g(list): return list + 1
print(g(1))
import builtins
builtins.added = "everywhere"
print(added, builtins.len([1]))
