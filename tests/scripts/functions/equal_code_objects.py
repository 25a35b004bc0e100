# Code objects are equal when they do the same, wherever they come from.
def same(first, second, name="a"):
    a, b = compile(first, "a", "exec"), compile(second, name, "exec")
    return a == b, hash(a) == hash(b) or "different"


source = "x = 1\ndef f(a, b=2):\n    return [a, 'text', 1.5, (1, 2)]\n"
print(same(source, source), same(source, source, "other file"))
print(same("x = 1", "x = 2")[0], same("x = 1", "x = True")[0], same("x = 1", "x = 1.0")[0])
print(same("x = 0.0", "x = -0.0")[0], same("x = (1,)", "x = (1.0,)")[0], same("x = 1", "\nx = 1")[0])
print(same("x = 1", "y = 1")[0], same("def f(a): pass", "def f(b): pass")[0], same("def f(): pass", "def g(): pass")[0])
print(same("def f(): 1", "def f(): 2")[0], same("def f(a): pass", "def f(*a): pass")[0])
print(same("lambda: 1", "lambda: 1"), compile("1", "", "eval") == 1, compile("1", "", "eval") != 1)


class Point:
    def __init__(self):
        self.x = 1

    def get(self):
        return self.x + abs(self.x)


def make():
    def get(self):
        return self.x + abs(self.x)

    return get


first, second = make(), make()
for i in range(100):
    first(Point())
print(first.__code__ == second.__code__, first == second, len({first.__code__, second.__code__}))
run = compile("p.x = 5; p.get(); len([p.x])", "a", "exec")
for i in range(100):
    exec(run, {"p": Point()})
again = compile("p.x = 5; p.get(); len([p.x])", "a", "exec")
print(run == again, hash(run) == hash(again), run.replace(co_name="other") == again)
