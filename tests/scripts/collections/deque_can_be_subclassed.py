from collections import deque


class Log(deque):
    def append(self, item):
        super().append(f"[{item}]")


log = Log(["a"], maxlen=2)
log.append("b")
log.append("c")
log.tag = 1
print(log, log.tag, type(log.copy()), isinstance(log, deque))
