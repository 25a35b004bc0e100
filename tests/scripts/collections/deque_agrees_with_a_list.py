from collections import deque


# Against a list, step by step.
x = 1
model, ring = [], deque()
for step in range(3000):
    x = (x * 1103515245 + 12345) % 2**31
    what = x // 65536 % 9
    if what < 2:
        model.append(step)
        ring.append(step)
    elif what < 4:
        model.insert(0, step)
        ring.appendleft(step)
    elif what == 4 and model:
        assert model.pop() == ring.pop()
    elif what == 5 and model:
        assert model.pop(0) == ring.popleft()
    elif what == 6 and model:
        k = x // 7 % 11 - 5
        ring.rotate(k)
        k %= len(model)
        model = model[-k:] + model[:-k]
    elif what == 7 and model:
        i = x % len(model)
        del model[i], ring[i]
    elif what == 8:
        i = x % (len(model) + 1)
        model.insert(i, step)
        ring.insert(i, step)
    assert model == list(ring)
print(len(ring))
