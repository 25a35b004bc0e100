# Like `tail -f`: at the end of the file it waits for more. Here waiting writes the next line, until there is none.
import os
import tempfile

os.chdir(tempfile.mkdtemp())
coming = ["a python\n", "a cat\n", "Python again\n"]

def wait_for_more(path):
    if not coming:
        return False
    with open(path, "a") as log:
        log.write(coming.pop(0))
    return True

def follow(path):
    with open(path) as log:
        log.seek(0, 2)
        while True:
            line = log.readline()
            if line:
                yield line
            elif not wait_for_more(path):
                return

with open("log.txt", "w") as log:
    log.write("old python, not shown\n")
for line in follow("log.txt"):
    print("new:", line, end="")
