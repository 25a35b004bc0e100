class Base:
    x = 1
class Mid(Base): pass
class Leaf(Mid): pass
leaf = Leaf()
def read(): return leaf.x
print(read(), read())
Base.x = 2
print(read())
Mid.x = 3
print(read())
del Mid.x
print(read())
leaf.x = 4
print(read(), Leaf.x)
