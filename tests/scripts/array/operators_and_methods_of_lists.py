# +, *, comparisons, and the methods that lists have.
def show(function):
    try:
        print(repr(function()))
    except Exception as error:
        print(type(error).__name__, error)


from array import array

numbers = array('i', [1, 2, 3, 4])
for other in (array('i', [5]), array('b', [1]), [1], 'x', 3, None):
    show(lambda: numbers + other)
    show(lambda: numbers.__iadd__(other))
    show(lambda: numbers.extend(other))
    show(lambda: (numbers == other, numbers != other))
    show(lambda: numbers < other)
print(numbers)
for count in (2, 0, -1, 1.5, 'x', None):
    show(lambda: array('b', [1, 2]) * count)
    show(lambda: count * array('b', [1, 2]))
    show(lambda: array('b', [1, 2]).__imul__(count))
numbers = array('i', [1, 2, 3, 4])
numbers += numbers
numbers *= 2
numbers.extend(numbers)
print(numbers)
numbers = array('b', [1, 2, 3, 2])
show(lambda: (numbers.index(2), numbers.index(2, 2), numbers.index(2, -1), numbers.count(2.0), 2.0 in numbers))
show(lambda: numbers.index(3, 0, -2))
show(lambda: numbers.index(3, 'x'))
show(lambda: numbers.remove(9))
numbers.remove(2)
numbers.insert(-100, 5)
numbers.insert(100, 6)
numbers.insert(-1, 7)
numbers.append(8)
print(numbers, numbers.pop(), numbers.pop(0), numbers)
show(lambda: numbers.pop(9))
show(lambda: numbers.insert(2**70, 1))
show(lambda: numbers.append(300))
numbers.reverse()
print(numbers, list(reversed(numbers)), sorted(numbers), sum(numbers))
numbers.clear()
show(lambda: numbers.pop())
show(lambda: array('i', [1, 2]) == array('d', [1.0, 2.0]))
show(lambda: array('i', [1, 2]) < array('d', [1.0, 2.5]))
show(lambda: array('B', [200]) > array('B', [100, 5]))
show(lambda: array('d', [float('nan')]) == array('d', [float('nan')]))
show(lambda: hash(numbers))
show(lambda: array('b', [1, 2]) * 2**62)
match array('i', [1, 2]):
    case [x, y]:
        print('sequence', x, y)
for number in (walked := array('i', [1, 2])):
    if len(walked) < 5:
        walked.append(number)
print(walked)
