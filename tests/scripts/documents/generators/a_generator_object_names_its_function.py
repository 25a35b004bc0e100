def launch(seconds):
    print("engines on")
    while seconds:
        yield seconds
        seconds -= 1

print(repr(launch(2)).partition(" at 0x")[0])
