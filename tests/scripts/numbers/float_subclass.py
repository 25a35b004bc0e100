# Subclasses of float keep their class and attributes; operators give plain floats.
class Metres(float):
    def __new__(cls, value, label=""):
        self = super().__new__(cls, value)
        self.label = label
        return self
    def __str__(self):
        return f"{float(self)} m"
a = Metres(2.5, "table")
print(a, repr(a), [a], a.label, type(a).__name__, a + 1, type(a + 1), a * 2, 2 * a, -a, type(abs(a)))
print(a == 2.5, a < 3, hash(a) == hash(2.5), {2.5: "x"}[a], f"{a:.2f}", f"{a}", "%.1f" % a, round(a), int(a), a.is_integer(), float(a), type(float(a)))
a.unit = "m"
print(vars(a), Metres("1e3") + 0, Metres.fromhex("0x1p3").label == "", max(Metres(1), Metres(2)) + 0)
class F:
    def __float__(self): return 1.5
class G:
    def __index__(self): return 3
class H:
    def __float__(self): return 1
print(float(F()), float(G()))
try:
    float(H())
except TypeError as error:
    print(error)
