# \N{...} in patterns.
import re

for pattern in (r"\N{DIGIT ONE}", r"[\N{DIGIT ONE}-\N{digit three}]+", r"\N{}", r"\N{foo}", r"\N", r"\N{foo",
                r"\N{KEYCAP DIGIT ONE}", r"x\N{ bar}", r"\N{line feed}", r"[\N{foo}]"):
    try:
        print(pattern, re.search(pattern, "12\n"))
    except re.PatternError as error:
        print(pattern, error)
