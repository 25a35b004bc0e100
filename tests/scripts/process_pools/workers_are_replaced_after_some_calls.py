from concurrent.futures import ProcessPoolExecutor
import multiprocessing
import os

if __name__ == "__main__":
    with ProcessPoolExecutor(1, multiprocessing.get_context("spawn"), max_tasks_per_child=2) as pool:
        numbers = [pool.submit(os.getpid).result() for _ in range(5)]
    print(numbers[0] == numbers[1], numbers[1] != numbers[2], numbers[2] == numbers[3], numbers[3] != numbers[4])
    print(len(set(numbers)))
