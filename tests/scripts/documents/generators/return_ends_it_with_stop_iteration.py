def launch(seconds, farewell=None):
    while seconds:
        yield seconds
        seconds -= 1
    return farewell

for farewell in (None, "gone"):
    rocket = launch(2, farewell)
    try:
        while True:
            print(next(rocket))
    except StopIteration as end:
        print("over:", end.value, end.args)
    print(next(rocket, "nothing left"))
