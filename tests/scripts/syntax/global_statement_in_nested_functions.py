count = 0

def outer():
    count = 10
    def inner():
        global count
        count += 1
        return count
    return inner() + count

print(outer(), count)

def define():
    global made
    made = "here"

define()
print(made)
