import random
from collections import OrderedDict

# In constant time: with a walk over all items at each step this takes minutes.
large = OrderedDict.fromkeys(range(30_000))
for key in range(0, 30_000):
    large.move_to_end(key, last=False)
print(list(large) == list(range(29_999, -1, -1)), next(iter(large)), next(reversed(large)))
for key in range(0, 30_000):
    large.move_to_end(key)
    large.move_to_end(29_999, last=False)
print(next(iter(large)), next(reversed(large)), len(large))

# Against a list, with all kinds of changes in between.
choose = random.Random(7)
for size in (1, 2, 3, 5, 6, 11, 50, 300):
    ordered, model = OrderedDict((key, -key) for key in range(size)), list(range(size))
    fresh = size
    for step in range(600):
        action = choose.randrange(8)
        if action < 3 and model:
            key = choose.choice(model)
            ordered.move_to_end(key, last=False)
            model.remove(key)
            model.insert(0, key)
        elif action == 3 and model:
            key = choose.choice(model)
            ordered.move_to_end(key)
            model.remove(key)
            model.append(key)
        elif action == 4:
            ordered[fresh] = -fresh
            model.append(fresh)
            fresh += 1
        elif action == 5 and model:
            key = choose.choice(model)
            del ordered[key]
            model.remove(key)
        elif action == 6 and model:
            last = choose.random() < 0.5
            if ordered.popitem(last=last)[0] != model.pop(-1 if last else 0):
                print("popitem differs")
        if step % 7 == 0 and (list(ordered) != model or list(reversed(ordered)) != model[::-1]):
            print("order differs", size, step)
        if model and ordered[model[0]] != -model[0]:
            print("value differs", size, step)
    print(size, len(ordered) == len(model), dict(ordered) == {key: -key for key in model},
          list(ordered.copy()) == model, fresh in ordered)

ordered = OrderedDict.fromkeys("abc")
iterator = iter(ordered)
next(iterator)
ordered.move_to_end("c", last=False)
try:
    next(iterator)
except RuntimeError as error:
    print(error)
try:
    ordered.move_to_end("x", last=False)
except KeyError as error:
    print(repr(error))
