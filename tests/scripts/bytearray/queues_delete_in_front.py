# Octets are appended behind and deleted in front, any number of times, with the same result as with a list.
import random

array, model = bytearray(), []
random.seed(7)
for step in range(6000):
    block = bytes(random.randrange(256) for _ in range(random.randrange(20)))
    count = random.randrange(25)
    where = random.randrange(len(model) + 1)
    match random.randrange(9):
        case 0 | 1 | 2:
            array += block
            model += block
        case 3:
            del array[:count]
            del model[:count]
        case 4:
            array[where:where + count] = block
            model[where:where + count] = block
        case 5:
            array.insert(where, count)
            model.insert(where, count)
        case 6:
            array[:0] = block
            model[:0] = block
        case 7:
            del array[where:where + count]
            del model[where:where + count]
        case 8:
            del array[where::3 + count]
            del model[where::3 + count]
    if bytes(array) != bytes(model):
        print('differs at', step)
        break
    if len(model) > 500:
        del array[50:-50]
        del model[50:-50]
print(len(array), sum(array))

queue = bytearray()
total = 0
for i in range(20000):
    queue += b'0123456789'
    while len(queue) > 15:
        total += queue[0]
        del queue[:7]
print(total, queue)
big = bytearray(1000000)
for _ in range(999):
    del big[:1000]
print(len(big))
