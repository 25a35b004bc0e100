import gc
import io
import logging
import threading
import weakref


class Handler(logging.StreamHandler):
    def flush(self):
        if self.name:
            print("flush", self.name)


def make(count):
    made = [Handler(io.StringIO()) for _ in range(count)]
    made[0].set_name("first")
    return [weakref.ref(handler) for handler in made]


before = len(logging._handlerList)
references = []
thread = threading.Thread(target=lambda: references.extend(make(1000)))  # whose stack goes with it
thread.start()
thread.join()
gc.collect()
print(sum(reference() is not None for reference in references))
print(logging.getHandlerByName("first"), logging.getHandlerNames())
print(len(logging._handlerList) - before < 1000)

kept = [Handler(io.StringIO()) for _ in range(3)]
for number, handler in enumerate(kept):
    handler.set_name(f"kept {number}")
gc.collect()
print(logging.getHandlerByName("kept 1") is kept[1], sorted(logging.getHandlerNames()))
kept[1].close()
print(logging.getHandlerByName("kept 1"))
logger = logging.getLogger("owner")
logger.addHandler(Handler(io.StringIO()))
logger.handlers[0].set_name("of a logger")
gc.collect()
print(logging._handlerList[-1]() is logger.handlers[0])
logging.shutdown()
logging.shutdown([weakref.ref(kept[0]), weakref.ref(kept[2])])
print(logging.getHandlerNames())
