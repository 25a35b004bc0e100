import multiprocessing
import threading

spawn = multiprocessing.get_context("spawn")


def meet(barrier, connection):
    for _ in range(3):
        connection.send(barrier.wait())
    try:
        barrier.wait()
    except threading.BrokenBarrierError:
        connection.send("broken")


if __name__ == "__main__":
    barrier = spawn.Barrier(2)
    ours, theirs = spawn.Pipe()
    process = spawn.Process(target=meet, args=(barrier, theirs))
    process.start()
    for _ in range(3):
        print(sorted([barrier.wait(), ours.recv()]))
    barrier.abort()
    print(ours.recv(), barrier.broken, barrier.parties, barrier.n_waiting)
    process.join()
    barrier.reset()
    print(barrier.broken)
    try:
        barrier.wait(0.01)
    except threading.BrokenBarrierError:
        print("nobody came", barrier.broken)
