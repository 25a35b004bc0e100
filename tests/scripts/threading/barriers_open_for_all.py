import threading


def run(count, target):
    threads = [threading.Thread(target=target) for _ in range(count)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()


barrier = threading.Barrier(3, action=lambda: opened.append(len(numbers)))
opened, numbers = [], []


def three_rounds():
    for _ in range(3):
        numbers.append(barrier.wait())


run(3, three_rounds)
print(sorted(numbers), len(opened), barrier.parties, barrier.n_waiting, barrier.broken)
broken = []


def impatient():
    try:
        barrier.wait(0.001)
    except threading.BrokenBarrierError as error:
        broken.append(repr(error))


run(2, impatient)
print(broken, barrier.broken, repr(barrier).split(": ")[-1])
barrier.reset()
print(barrier.broken, repr(barrier).split(": ")[-1])
barrier.abort()
run(1, impatient)
print(len(broken), barrier.broken)
barrier = threading.Barrier(1, action=lambda: 1 / 0)
try:
    barrier.wait()
except ZeroDivisionError as error:
    print(error, barrier.broken)
try:
    threading.Barrier(0)
except ValueError as error:
    print(error)
