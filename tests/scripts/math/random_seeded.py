# The same seed gives CPython's numbers.
import random
for seed in [0, 1, 42, -42, 2**100, "text", "", b"bytes", "é", 1.5, "x" * 200]:
    random.seed(seed)
    print(random.random(), random.getrandbits(5), random.getrandbits(100), random.randint(1, 6), random.randrange(0, 100, 7), random.choice("abcdef"))
random.seed("old", version=1)
print(random.random())
random.seed(7)
items = list(range(10))
random.shuffle(items)
print(items, random.sample(range(1000), 5), random.sample("abcdefgh", 3), random.sample(["a", "b"], 4, counts=[3, 2]))
print(random.choices("abc", k=5), random.choices("abc", [1, 2, 7], k=5), random.choices([1, 2], cum_weights=[1, 10], k=4), random.randbytes(5), random.randrange(10**30), random.randint(-5, 5))
