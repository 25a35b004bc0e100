import os
import tempfile

os.chdir(tempfile.mkdtemp())
coming = ["a python\n", "a cat\n", "Python again\n", "nothing\n"]

def follow(path):
    with open(path) as log:
        log.seek(0, 2)
        while True:
            line = log.readline()
            if line:
                yield line
                continue
            if not coming:
                return
            with open(path, "a") as writer:
                writer.write(coming.pop(0))

def having(word, lines):
    word = word.lower()
    for line in lines:
        if word in line.lower():
            yield line

open("log.txt", "w").close()
for line in having("PYTHON", follow("log.txt")):
    print(line, end="")
