def append(item, to=[]):
    to.append(item)
    return to

append(1)
print(append(2), append(3, []), append(4))

n = 5
def show(value=n):
    return value
n = 6
print(show())
