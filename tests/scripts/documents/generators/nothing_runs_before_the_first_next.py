def launch(seconds):
    print("engines on,", seconds)
    while seconds:
        yield seconds
        seconds -= 1

rocket = launch(2)
print("made")
print(next(rocket))
print(next(rocket))
