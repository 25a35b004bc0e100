def index():
    print("index")
    return 0

row = [10]
row[index()] += 1
print(row)

class Box:
    value = 1

def box():
    print("box")
    return one

one = Box()
box().value += 1
print(one.value, Box.value)
