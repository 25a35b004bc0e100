# Loops, conditions and handlers over a body of a million instructions and more.
# no-stress: long
N = 400_000


def run(text):
    namespace = {}
    exec(text, namespace)
    return namespace["r"]


body = "".join(f" v{i} = x\n" for i in range(N))
print(run("x = 0\nwhile x < 3:\n x += 1\n if x == 1: continue\n if x == 3: break\n" + body + f"r = x, v{N - 1}"))
print(run("x = 0\ntry:\n" + body + " 1 / 0\nexcept ZeroDivisionError: r = 'caught'\nelse: r = 'else'\nfinally: r += '!'"))
print(run("def f(x):\n if x:\n  return 1\n else:\n" + body.replace(" v", "  v") + "  return 2\nr = f(0), f(1)"))
