# Somebody advances the inner coroutine while a native one awaits it.
import asyncio, types

@types.coroutine
def suspend(value):
    return (yield value)

async def work():
    print("one", await suspend(1))
    print("two", await suspend(2))
    return "done"

class Held(asyncio.Lock):
    def acquire(self):
        return self.inner

def fresh():
    lock = Held()
    lock.inner = work()
    outer = lock.__aenter__()
    print("first", outer.send(None))
    return outer, lock.inner

def show(function, *args):
    try:
        print(function.__name__, "->", function(*args))
    except BaseException as error:
        print(function.__name__, "->", repr(error))

outer, inner = fresh()
show(inner.send, "by hand")
show(outer.send, "by outer")

outer, inner = fresh()
show(inner.send, "by hand")
show(inner.send, "by hand")
show(outer.send, "late")

outer, inner = fresh()
show(inner.send, "by hand")
show(outer.throw, ValueError("v"))

outer, inner = fresh()
show(inner.close)
show(outer.send, None)

outer, inner = fresh()
async def second():
    await inner
show(second().send, None)
outer.close()
print(inner.cr_frame)
