class Counter:
    def __init__(self): self.n = 0
    def up(self, by=1):
        self.n += by
        return self.n

counter = Counter()
up = counter.up
print(up(), up(5), counter.n, up.__self__ is counter, up.__func__ is Counter.up, up.__name__)
print(Counter.up(counter, 10), counter.up == counter.up, counter.up == Counter().up)
