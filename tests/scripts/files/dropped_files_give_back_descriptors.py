# no-stress: it opens many files
# Files that nobody refers to any more are closed at the latest when descriptors run out.
import os

name = f"{os.environ.get('TMPDIR', '/tmp')}/ouro_test_{os.getpid()}"
with open(name, "w") as file:
    file.write("text")
print(sum(len(open(name).read()) for _ in range(3000)))
for i in range(3000):
    open(name, "w").write(f"{i}")
print(open(name).read())
os.remove(name)
