def average():
    total, count, mean = 0, 0, None
    while True:
        value = yield mean
        total += value
        count += 1
        mean = total / count

a, b = average(), average()
next(a); next(b)
print(a.send(10), b.send(1), a.send(20), b.send(2), a.send(30))
