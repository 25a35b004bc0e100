from itertools import *


total = 0
for triple in combinations(range(12), 3):
    total += triple[0] * triple[1] + triple[2]
print(total, sum(1 for _ in permutations(range(7))), sum(1 for _ in product(range(6), repeat=4)))
