def make(base):
    class M(base):
        def m(self):
            return ['M'] + super().m()
        @property
        def p(self):
            return super().p + 1
        x = 1
        def get(self): return super().x
    return M
class B:
    x = 0
    def m(self): return ['B']
    @property
    def p(self): return 0
C = make(make(make(B)))
print(C().m(), C().p)
c = C()
for i in range(5): print(c.m(), c.p, c.get())
