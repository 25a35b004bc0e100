from itertools import *


print(list(compress("abcd", [1, 0, 1])), list(dropwhile(str.isdigit, "12a3")), list(takewhile(str.isdigit, "12a3")))
print(list(filterfalse(str.isdigit, "1a2b")), list(filterfalse(None, [0, 1, "", "x"])), list(starmap(pow, [(2, 3), [3, 2]])))
print([(k, list(g)) for k, g in groupby("aabca")], [(k, list(g)) for k, g in groupby([1, 3, 2, 5], lambda n: n % 2)])
print(list(islice("abcdef", 3)), list(islice("abcdef", 2, 4)), list(islice("abcdef", 1, None, 2)), list(islice("ab", None)),
      list(islice("abc", 0)), list(islice("abcdef", 1, 5, 3)))
print(list(pairwise("abcd")), list(pairwise("a")), list(pairwise("")))
print(list(zip_longest("ab", "c")), list(zip_longest("ab", "c", fillvalue="-")), list(zip_longest()))
