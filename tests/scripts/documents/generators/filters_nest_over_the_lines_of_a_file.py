import os
import tempfile

os.chdir(tempfile.mkdtemp())
def having(word, lines):
    for line in lines:
        if word in line.lower():
            yield line

with open("notes.txt", "w") as notes:
    notes.write("Python is at http://one.example\nperl is at http://two.example\nPython again\n")
with open("notes.txt") as notes:
    print("\n".join(having("http", having("python", notes.readlines()))))
with open("notes.txt") as notes:
    print(list(having("again", notes)))
