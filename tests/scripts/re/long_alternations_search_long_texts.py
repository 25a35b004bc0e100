# Five hundred words, sought in millions of characters that none begins with, and in many that all begin with.
import re

words = re.compile("|".join(f"w{number}q" for number in range(500)))
print(words.search("a" * 4_000_000), words.search("w" * 100_000 + "w7q").span())
