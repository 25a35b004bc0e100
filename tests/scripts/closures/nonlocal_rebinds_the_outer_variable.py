def counter():
    count = 0
    def up():
        nonlocal count
        count += 1
        return count
    def read():
        return count
    return up, read

up, read = counter()
up(); up()
other, _ = counter()
print(read(), other(), up())
