class A:
    def __init__(self): self.size = 1
try:
    A().color
except AttributeError as error:
    print(error, error.name)
try:
    A.color
except AttributeError as error:
    print(error)
try:
    del A().color
except AttributeError as error:
    print(error)
try:
    (5).x = 1
except AttributeError as error:
    print(error)
