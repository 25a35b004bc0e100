# no-stress: every collection walks a deep stack
class Endless:
    def __repr__(self): return repr(self)
    def __str__(self): return str(self)
    def __eq__(self, other): return self == other
    def __hash__(self): return hash(self)
    def __bool__(self): return bool(self)
    def __len__(self): return len(self)
    def __iter__(self): return iter(self)
    def __getattr__(self, name): return getattr(self, name + "x")
    def __getitem__(self, key): return self[key]
    def __add__(self, other): return self + other
    def __call__(self): return self()
    def __contains__(self, item): return item in self
    def __format__(self, spec): return format(self, spec)
    def __int__(self): return int(self)
    def __lt__(self, other): return self < other
    def __enter__(self):
        with self: pass
    def __exit__(self, *rest): pass
    @property
    def value(self): return self.value

e = Endless()
def use_with():
    with e: pass
for action in (lambda: repr(e), lambda: str(e), lambda: e == e, lambda: hash(e), lambda: bool(e), lambda: len(e), lambda: list(e),
               lambda: e.missing, lambda: e[0], lambda: e + 1, lambda: e(), lambda: 1 in e, lambda: f"{e}", lambda: int(e),
               lambda: e < 1, lambda: e.value, use_with, lambda: sorted([e, e]), lambda: {e: 1}, lambda: print(e),
               lambda: "%s" % e, lambda: [e] == [Endless()], lambda: max(e, e), lambda: str([e])):
    try:
        action()
        print("no error")
    except RecursionError:
        print("RecursionError")
