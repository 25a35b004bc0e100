from queue import Queue
class Task:
    taskid=0
    def __init__(self,target):
        Task.taskid+=1; self.tid=Task.taskid; self.target=target; self.sendval=None
    def run(self): return self.target.send(self.sendval)
class Scheduler:
    def __init__(self): self.ready=Queue(); self.taskmap={}
    def new(self,target):
        t=Task(target); self.taskmap[t.tid]=t; self.schedule(t); return t.tid
    def exit(self,task): print("Task %d terminated"%task.tid); del self.taskmap[task.tid]
    def schedule(self,task): self.ready.put(task)
    def mainloop(self):
        while self.taskmap:
            task=self.ready.get()
            try: task.run()
            except StopIteration: self.exit(task); continue
            self.schedule(task)
def foo(n):
    for i in range(n): print("foo",n); yield
s=Scheduler(); s.new(foo(2)); s.new(foo(3)); s.mainloop()
