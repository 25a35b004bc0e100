class X: pass
class Y(X): pass
try:
    class Z(X, Y): pass
except TypeError as error:
    print(str(error).split("\n")[0])
try:
    class W(X, X): pass
except TypeError as error:
    print(error)
