# 100,000 arguments, items, comparisons, decorators, cases and pieces of text in one statement.
# no-stress: long
N = 100_000


def run(text):
    namespace = {}
    exec(text, namespace)
    return namespace["r"]


def joined(form, separator=", ", count=N):
    return separator.join(form.format(i=i) for i in range(count))


print(run("def f(*a, **k): return len(a), len(k)\nx = 1\nr = f(" + joined("x") + ")"))
print(run("x = 1\nr = len([" + joined("x") + "]), len({" + joined("{i}: x") + "}), len({" + joined("{i}") + "})"))
print(run("x = 1\nr = " + joined("x", " <= ")))
print(run("r = len(" + joined("'ab'", " ") + ")"))
print(run("x = 1\nr = len(f'" + joined("a{{x}}", "") + "')"))
print(run("def d(f): return f\n" + joined("@d\n", "") + "def g(): return 3\nr = g()"))
print(run("x = -1\nmatch x:\n" + joined(" case {i}: pass\n", "") + " case _: r = 'none'"))
FEW = N // 20
print(run(f"match list(range({FEW})):\n case [" + joined("v{i}", ", ", FEW) + f"]: r = v{FEW - 1}"))
print(run(f"match {{i: i for i in range({FEW})}}:\n case {{" + joined("{i}: v{i}", ", ", FEW) + f"}}: r = v{FEW - 1}"))
