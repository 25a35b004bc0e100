import os
import tempfile

os.chdir(tempfile.mkdtemp())
coming = ["first\n", "second\n"]

def follow(path, tell):
    with open(path) as log:
        log.seek(0, 2)
        while True:
            line = log.readline()
            if line:
                tell(line)
            elif coming:
                with open(path, "a") as writer:
                    writer.write(coming.pop(0))
            else:
                return

with open("log.txt", "w") as log:
    log.write("before\n")
follow("log.txt", lambda line: print("told", repr(line)))
