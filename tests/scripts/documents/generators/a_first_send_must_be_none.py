def listener():
    while True:
        print("heard", (yield))

me = listener()
try:
    me.send("too early")
except TypeError as error:
    print(error)
print(me.send(None))
me.send("in time")
