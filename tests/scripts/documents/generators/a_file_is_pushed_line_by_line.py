import os
import tempfile

os.chdir(tempfile.mkdtemp())
def printer():
    while True:
        print("got", (yield))

def follow(path, target, rounds):
    next(target)
    with open(path) as log:
        log.seek(0, 2)
        while rounds:
            line = log.readline()
            if line:
                target.send(line.rstrip())
                continue
            rounds -= 1
            with open(path, "a") as writer:
                writer.write(f"{rounds} left\n")

open("log.txt", "w").close()
follow("log.txt", printer(), 3)
