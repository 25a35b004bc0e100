class Liar:
    def __len__(self): return 2**70
    def __iter__(self): return 5
    def __hash__(self): return "x"
    def __contains__(self, x): raise ArithmeticError("in")
    def __index__(self): return "index"
    def __getitem__(self, i): raise IndexError
    def __bool__(self): return 1
    def __str__(self): return None
    def __int__(self): return "1"
    def __float__(self): return 1
    def __length_hint__(self): return -5
liar = Liar()
for action in (lambda: len(liar), lambda: iter(liar), lambda: hash(liar), lambda: 1 in liar, lambda: [1][liar], lambda: bool(liar), lambda: str(liar),
               lambda: int(liar), lambda: float(liar), lambda: list(liar), lambda: range(liar), lambda: "x" * liar, lambda: f"{liar}", lambda: {liar}, lambda: [*liar], lambda: "%s" % liar, lambda: "%d" % liar):
    try:
        print(action())
    except Exception as error:
        print(type(error).__name__)
