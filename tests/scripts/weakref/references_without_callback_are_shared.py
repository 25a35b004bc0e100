import weakref


class Node:
    pass


class Reference(weakref.ref):
    pass


node = Node()
plain = weakref.ref(node)
called = weakref.ref(node, bool)
print(weakref.ref(node) is plain, weakref.ref(node, None) is plain)
print(weakref.ref(node, bool) is called, Reference(node) is plain, Reference(node) is Reference(node))
print(weakref.proxy(node) is weakref.proxy(node))
print(weakref.getweakrefs(node)[0] is plain, called in weakref.getweakrefs(node))
print(node.__weakref__ is plain, weakref.getweakrefcount(Node()), weakref.getweakrefcount(3), weakref.getweakrefs(3))
