# since 3.14
# What module random refuses.
import random
for call in [lambda: random.randrange(0), lambda: random.randrange(5, 5), lambda: random.randrange(1, 10, 0), lambda: random.randrange(10, 1, 2), lambda: random.randint(5, 1), lambda: random.choice([]), lambda: random.sample([1, 2], 3), lambda: random.sample({1, 2}, 1), lambda: random.choices([1], [1], cum_weights=[1]), lambda: random.choices([1, 2], [1]), lambda: random.choices([1, 2], [0, 0]), lambda: random.seed([]), lambda: random.gammavariate(0, 1), lambda: random.binomialvariate(5, 1.5), lambda: random.binomialvariate(-1), lambda: random.getrandbits(-1), lambda: random.setstate((1, 2, 3)), lambda: random.SystemRandom().getstate(), lambda: random.sample([1, 2], 1, counts=[1]), lambda: random.randrange(1.5), lambda: random.choices([1], 5)]:
    try:
        print(call())
    except Exception as error:
        print(type(error).__name__ + ":", error)
