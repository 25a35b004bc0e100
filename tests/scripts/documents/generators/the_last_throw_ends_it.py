# The exception is handled inside, the loop ends, and the caller gets the generator's own StopIteration.
def listener():
    for _ in range(2):
        try:
            print("heard", (yield "ready"))
        except StopIteration as stop:
            print("told to stop", stop.args)
    return "done"

me = listener()
print(next(me))
print(me.send("hi"))
try:
    me.throw(StopIteration("now"))
except StopIteration as end:
    print("end:", end.value)
