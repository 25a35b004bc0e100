# A scanner as scripts write it: one alternative per token, told apart by lastgroup.
import re

TOKENS = re.compile(r"(?P<number>\d+(\.\d*)?)|(?P<name>[^\W\d]\w*)|(?P<operator>[+*/=()-])|(?P<space>\s+)|(?P<other>.)", re.S)


def tokens(text):
    position = 0
    while position < len(text):
        match = TOKENS.match(text, position)
        if match.lastgroup != "space":
            yield match.lastgroup, match.group(), position
        position = match.end()


for token in tokens("größe = 3.14 * (x1 - 2) # é"):
    print(*token)
