def averager():
    total, count, average = 0, 0, None
    while True:
        try:
            value = yield average
        except StopIteration:
            return average
        total += value
        count += 1
        average = round(total / count, 2)

running = averager()
next(running)
print([running.send(value) for value in (10, 20, 60, 7)])
try:
    running.throw(StopIteration)
except StopIteration as end:
    print("final", end.value)
