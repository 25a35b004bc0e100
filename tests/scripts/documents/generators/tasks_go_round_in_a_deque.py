# Round robin: who has yielded queues up again at the end, who is through does not.
from collections import deque

def walker(name, steps):
    for step in range(steps):
        yield f"{name}{step}"

waiting = deque([walker("ant ", 2), walker("beetle ", 5), walker("crab ", 0)])
while waiting:
    current = waiting.popleft()
    try:
        print(next(current))
    except StopIteration:
        print("one is home,", len(waiting), "to go")
    else:
        waiting.append(current)
