# since 3.14
import gc


class Dying:
    def __del__(self):
        items.append(4)


def dropping(item):
    Dying()
    gc.collect()
    return item


def try_it(key):
    global items
    items = [3, 1, 2]
    try:
        items.sort(key=key)
        print("sorted", items)
    except ValueError as error:
        print(error, items)


try_it(dropping)
for change in (lambda: items.append(4), lambda: items.clear(), lambda: items.extend([]), lambda: items.extend([5]),
               lambda: (items.append(1), items.pop()),
               lambda: items.__setitem__(slice(0), [7]), lambda: items.insert(0, 1), lambda: len(items)):
    try_it(lambda item: change() and 0 or item)
