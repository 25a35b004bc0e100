# getstate and setstate, generators of their own, subclasses.
import random
random.seed(5)
state = random.getstate()
first = [random.random(), random.gauss(0, 1), random.gauss(0, 1)]
random.setstate(state)
print(first == [random.random(), random.gauss(0, 1), random.gauss(0, 1)], state[0], len(state[1]), state[2], state[1][:3], state[1][-1])
a, b = random.Random(9), random.Random(9)
print([a.random() == b.random() for _ in range(5)], a.randrange(1000), isinstance(a, random.Random))
class Half(random.Random):
    def random(self): return 0.5
print(Half(1).randrange(10), Half(1).choice("abcd"), Half(1).uniform(2, 4))
class Bits(random.Random):
    def getrandbits(self, k): return 1
print(Bits(1).randrange(10), Bits(1).choice("abcd"))
s = random.SystemRandom()
print(0 <= s.random() < 1, 0 <= s.randrange(10) < 10, len(s.randbytes(4)))
