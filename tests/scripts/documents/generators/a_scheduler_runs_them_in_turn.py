from queue import Queue

class Job:
    count = 0

    def __init__(self, target):
        Job.count += 1
        self.number, self.target = Job.count, target

    def step(self):
        return self.target.send(None)

class Scheduler:
    def __init__(self):
        self.ready, self.jobs = Queue(), {}

    def new(self, target):
        job = Job(target)
        self.jobs[job.number] = job
        self.ready.put(job)
        return job.number

    def loop(self):
        while self.jobs:
            job = self.ready.get()
            try:
                job.step()
            except StopIteration:
                print("job", job.number, "has ended")
                del self.jobs[job.number]
                continue
            self.ready.put(job)

def speaker(word, times):
    for _ in range(times):
        print(word)
        yield

scheduler = Scheduler()
print(scheduler.new(speaker("ping", 2)), scheduler.new(speaker("pong", 3)))
scheduler.loop()
print(scheduler.ready.empty(), scheduler.jobs)
