# SPDX-License-Identifier: MIT
# A small operating system in objects: devices, workers and handlers with states, priorities and message queues, run by
# a scheduler. Inheritance, attribute access, linked structures, methods on self.
import time

IDLE, READY, BLOCKED = "idle", "ready", "blocked"


class Message:
    __slots__ = ("kind", "value", "sender", "next")

    def __init__(self, kind, value, sender):
        self.kind = kind
        self.value = value
        self.sender = sender
        self.next = None


class Mailbox:
    def __init__(self):
        self.first = None
        self.last = None
        self.count = 0

    def put(self, message):
        message.next = None
        if self.first is None:
            self.first = message
        else:
            self.last.next = message
        self.last = message
        self.count += 1

    def take(self):
        message = self.first
        self.first = message.next
        self.count -= 1
        return message


class Process:
    def __init__(self, system, name, priority):
        self.system = system
        self.name = name
        self.priority = priority
        self.mailbox = Mailbox()
        self.state = READY
        self.turns = 0

    def has_work(self):
        return self.mailbox.count > 0

    def receive(self, message):
        self.mailbox.put(message)
        if self.state is BLOCKED:
            self.state = READY

    def turn(self):
        self.turns += 1
        if self.has_work():
            self.handle(self.mailbox.take())
        else:
            self.state = BLOCKED

    def handle(self, message):
        raise NotImplementedError(self.name)


class Ticker(Process):
    """Starts the others with work, a pseudo-random number at a time."""

    def __init__(self, system, name, priority, budget):
        super().__init__(system, name, priority)
        self.left = budget
        self.seed = 7

    def has_work(self):
        return self.left > 0

    def turn(self):
        self.turns += 1
        if self.left == 0:
            self.state = IDLE
            return
        self.left -= 1
        self.seed = (self.seed * 1103 + 12345) % 65536
        self.system.send(self, self.seed % len(self.system.workers), "work", self.seed)


class Worker(Process):
    def __init__(self, system, name, priority):
        super().__init__(system, name, priority)
        self.sum = 0

    def handle(self, message):
        self.sum = (self.sum * 31 + message.value) % 1000003
        if message.kind == "work":
            target = self.system.devices[message.value % len(self.system.devices)]
            target.receive(Message("store", message.value // 2, self))


class Device(Process):
    def __init__(self, system, name, priority, delay):
        super().__init__(system, name, priority)
        self.delay = delay
        self.busy = 0
        self.stored = 0

    def turn(self):
        if self.busy:
            self.busy -= 1
            self.turns += 1
        else:
            super().turn()

    def handle(self, message):
        self.stored += message.value
        self.busy = self.delay
        if message.value % 3 == 0:
            message.sender.receive(Message("done", message.value, self))


class System:
    def __init__(self):
        self.workers = [Worker(self, f"worker {i}", 10 + i) for i in range(6)]
        self.devices = [Device(self, f"device {i}", 30 + i, i % 3) for i in range(4)]
        self.ticker = Ticker(self, "ticker", 50, 20000)
        self.processes = sorted(
            [self.ticker, *self.workers, *self.devices], key=lambda process: process.priority
        )

    def send(self, sender, index, kind, value):
        self.workers[index].receive(Message(kind, value, sender))

    def pick(self):
        for process in self.processes:
            if process.state is READY:
                return process
        return None

    def run(self):
        turns = 0
        process = self.pick()
        while process is not None:
            process.turn()
            turns += 1
            process = self.pick()
        return turns


def main():
    turns = 0
    for _ in range(2):
        system = System()
        turns += system.run()
    return turns, [worker.sum for worker in system.workers], [device.stored for device in system.devices]


started = time.perf_counter()
print(main())
print("seconds", time.perf_counter() - started)
