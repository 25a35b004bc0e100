# Subclasses of int keep their class and attributes; operators give plain ints.
class Money(int):
    currency = "EUR"
    def __new__(cls, amount, note=""):
        self = super().__new__(cls, amount)
        self.note = note
        return self
    def __repr__(self):
        return f"Money({int(self)})"
a = Money(5, "lunch")
b = Money(2**70, "house")
c = Money(-3)
print(a, b, c, [a, b], str(a), a.note, b.note, a.currency, type(a).__name__)
print(a + 1, type(a + 1), a + c, b - a, -a, type(+a), abs(c), a * 2.5, a == 5, 5 == a, a < b, c < a)
print(hash(a) == hash(5), {5: "x"}[a], [10, 20, 30, 40, 50, 60][a], isinstance(a, int), int(a), type(int(a)), float(a))
print(a.bit_length(), a.real, type(a.real), f"{a:03d}", "%d" % a, "x" * a, range(a), bool(Money(0)), Money("12"), Money.from_bytes(b"\1\0"))
a.note = "dinner"
a.extra = [1]
print(a.note, a.extra, vars(a))
del a.note
print(vars(a))
class Small(int):
    pass
print(Small(7) + Small(8), Small() == 0, max(Small(3), Small(9)), sum([Small(1), Small(2)]), Small(5) // 2, divmod(Small(-5), 2), ~Small(5))
