class Pause:
    def __await__(self):
        return (yield "paused")

async def work():
    try:
        print("resumed with", await Pause())
        await Pause()
    finally:
        print("cleaned up")

made = work()
print(made.send(None))
print(made.send("a value"))
made.close()
try:
    made.send(None)
except RuntimeError as error:
    print(error)

async def short():
    return "result"

try:
    short().send(None)
except StopIteration as end:
    print(end.value)
