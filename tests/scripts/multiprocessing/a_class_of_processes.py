import multiprocessing

spawn = multiprocessing.get_context("spawn")


class Counting(spawn.Process):
    def __init__(self, queue, top):
        super().__init__(name="counting")
        self.queue, self.top = queue, top

    def run(self):
        for number in range(self.top):
            self.queue.put(number)
        self.queue.put(self.name)


if __name__ == "__main__":
    queue = spawn.Queue()
    process = Counting(queue, 3)
    process.start()
    print([queue.get() for _ in range(4)])
    process.join()
    print(process.exitcode)
