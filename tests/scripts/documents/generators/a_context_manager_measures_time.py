from contextlib import contextmanager
import time

@contextmanager
def measured():
    begin = time.perf_counter()
    taken = []
    try:
        yield taken
    finally:
        taken.append(time.perf_counter() - begin)

with measured() as taken:
    time.sleep(0.01)
print(len(taken), taken[0] >= 0)
