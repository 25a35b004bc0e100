from queue import Queue

def speaker(word, times):
    for _ in range(times):
        print(word)
        yield

ready = Queue()
for word in ("ping", "pong"):
    ready.put(speaker(word, 2))
try:
    while True:
        job = ready.get()
        job.send(None)
        ready.put(job)
except StopIteration as end:
    print("nobody caught", repr(end), "with", ready.qsize(), "left")
