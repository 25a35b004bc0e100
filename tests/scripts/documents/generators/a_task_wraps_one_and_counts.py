class Job:
    count = 0

    def __init__(self, target):
        Job.count += 1
        self.number, self.target, self.to_send = Job.count, target, None

    def step(self):
        return self.target.send(self.to_send)

def numbers():
    for n in range(2):
        reply = yield n
        print("reply", reply)

job, other = Job(numbers()), Job(numbers())
print(job.number, other.number, Job.count)
print(job.step())
job.to_send = "thanks"
print(job.step())
try:
    job.step()
except StopIteration:
    print("job", job.number, "is over")
