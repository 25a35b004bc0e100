def printer(name):
    try:
        while True:
            print(name, (yield))
    except GeneratorExit:
        print(name, "closed")


first, second = printer("first"), printer("second")
for generator in (second, first):
    next(generator)
    generator.send("value")
print("last line")
