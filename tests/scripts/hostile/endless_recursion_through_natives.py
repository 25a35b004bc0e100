# no-stress: every collection walks a deep stack
def by_sort(x): return sorted([x], key=by_sort)
def by_map(x): return list(map(by_map, [x]))
def by_filter(x): return list(filter(by_filter, [x]))
def by_max(x): return max([x, x], key=by_max)
def by_sum(x): return sum(by_sum(x) for _ in [1])
def by_call(x): return (lambda: by_call(x))()
def by_generator(x): yield from by_generator(x)
def by_comprehension(x): return [by_comprehension(y) for y in [x]]
def by_property(x): return type("T", (), {"p": property(lambda self: by_property(1))})().p
def by_init(x): return type("T", (), {"__init__": lambda self: by_init(1)})()
def by_format(x): return f"{by_format(x)}"
def by_star(x): return by_star(*[x])
def by_keywords(x): return by_keywords(**{"x": x})
def by_iter(x): return next(iter(lambda: by_iter(x), None))
for f in (by_sort, by_map, by_filter, by_max, by_sum, by_call, by_comprehension, by_property, by_init, by_format, by_star, by_keywords, by_iter,
          lambda x: list(by_generator(x))):
    try:
        f(1)
        print("no error")
    except RecursionError:
        print("RecursionError")
