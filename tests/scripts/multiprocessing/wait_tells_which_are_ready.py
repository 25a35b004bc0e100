import multiprocessing
from multiprocessing.connection import wait

spawn = multiprocessing.get_context("spawn")

if __name__ == "__main__":
    first, second = spawn.Pipe(), spawn.Pipe()
    ends = [first[0], second[0]]
    print(wait(ends, 0))
    second[1].send("x")
    print(wait(ends) == [second[0]])
    first[1].close()
    print(len(wait(ends, 1)))
