# Distributions draw the same numbers as CPython's.
import random
random.seed(2024)
r = random
for _ in range(4):
    print(r.uniform(1, 10), r.triangular(0, 10, 3), r.gauss(), r.normalvariate(5, 2), r.expovariate(1.5))
    print(r.betavariate(2, 3), r.gammavariate(2.5, 1), r.gammavariate(1, 2), r.gammavariate(0.5, 1), r.lognormvariate(0, 1))
    print(r.vonmisesvariate(1, 4), r.vonmisesvariate(0, 0), r.paretovariate(3), r.weibullvariate(1, 1.5), r.binomialvariate(5, 0.3), r.binomialvariate(1000, 0.4), r.binomialvariate(100, 0.8), r.binomialvariate())
