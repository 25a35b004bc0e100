from itertools import *
from operator import mul


print(list(accumulate([1, 2, 3])), list(accumulate([1, 2, 3], mul)), list(accumulate([], initial=5)),
      list(accumulate("abc", initial="x")), list(accumulate([3, 1, 2], max)))
print(list(batched("abcde", 2)), list(batched([], 3)), list(batched("ab", 5)), list(batched("abcd", 2, strict=True)))
print(list(chain("ab", [1], ())), list(chain()), list(chain.from_iterable(["ab", "c"])))
