class A:
    __match_args__ = ("x",)
    x = 1
for case in range(3):
    try:
        match A():
            case A(1, 2) if case == 0: pass
    except TypeError as error:
        print(error)
        break
try:
    match 5:
        case int(1, 2): pass
except TypeError as error:
    print(error)
class B: pass
try:
    match B():
        case B(1): pass
except TypeError as error:
    print(error)
