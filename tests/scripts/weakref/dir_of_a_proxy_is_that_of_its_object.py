import weakref


class Node:
    def method(self):
        pass


class Hidden:
    __slots__ = "hidden", "__weakref__"


class Disguised:
    __class__ = Node
    __dict__ = {"given": 1}


node, hidden = Node(), Hidden()
node.attribute = 1
print(dir(weakref.proxy(node)) == dir(node), "attribute" in dir(node), "method" in dir(weakref.proxy(node)))
print(dir(weakref.proxy(hidden)) == dir(hidden), "__dict__" in dir(weakref.proxy(hidden)))
print("given" in dir(Disguised()), "method" in dir(Disguised()))
