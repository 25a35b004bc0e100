# Functions with more variables than an instruction can name directly.
N = 700
names = [f"v{i}" for i in range(N)]
assign = "\n".join(f"    v{i} = {i}" for i in range(N))

def define(code):
    exec(code, globals())

define(f"""
def plain():
{assign}
    del v5, v600
    v601 += 1000
    for v602, (v603, *v604) in [(1, 'abc')]: pass
    try: v600
    except UnboundLocalError as v605: print(v605)
    try: v605
    except UnboundLocalError as e: print(e)
    v606 = [v607 * v608 for v607 in range(2, 4) for v608 in range(2)]
    print(v601, v602, v603, v604, v606, (v699 := 7), v699, len(locals()))
""")
plain()

define(f"""
def cells():
{assign}
    def inner():
        nonlocal {", ".join(names)}
        {"; ".join(name + " += 1" for name in names)}
        del v3, v690
        for get in lambda: v3, lambda: v690:
            try: get()
            except NameError as e: print(e)
        class C:
            y = v692
            def m(self): return __class__.y, v691
        print(C.y, C().m(), [(lambda: v + v691)() for v in range(2)])
    inner()
    try: v690
    except UnboundLocalError as e: print(e)
    try: del v3
    except UnboundLocalError as e: print(e)
    print(v0, v699, len(locals()))
""")
cells()

for count in 140, 141, 239, 240, 241, 300:
    p = ", ".join(f"p{i}" for i in range(count))
    define(f"def many({p}, *rest, k=1, **kw): return sum([{p}]) + k, rest, kw, (lambda: p0 + p{count - 1})()")
    define(f"def gen({p}, *rest, k=1): yield sum([{p}]) + k, rest, (lambda: p0 + p{count - 1})()")
    print(many(*range(count)), many(*range(count + 2), k=5, z=6), many(**{f"p{i}": i for i in range(count)}))
    print(next(gen(*range(count + 1))))
    try: many(*range(count - 1))
    except TypeError as e: print(e)
