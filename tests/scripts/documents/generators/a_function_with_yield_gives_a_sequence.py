def launch(seconds):
    while seconds:
        yield seconds
        seconds -= 1

for left in launch(4):
    print(left, sep="", end=" .. ")
print("lift-off")
print(list(launch(3)), sum(launch(10)), list(launch(0)))
