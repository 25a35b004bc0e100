# fileno() may change the list that is being looked at.
import os
import select

reader, writer = os.pipe()
files = []


class Shrink:
    def fileno(self):
        del files[-1]
        return writer


files[:] = [Shrink() for _ in range(10)]
print(select.select([], files, [], 0)[1] == files[:5], len(files))
os.close(reader)
os.close(writer)
