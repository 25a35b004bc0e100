# Methods of native types: descriptors and what they are when they are bound, slots of the types apart.
import inspect
import types


def show(*objects):
    print(*[type(each).__name__ for each in objects])


show(len, [].append, list.append, "a".join, str.join, dict.fromkeys, object.__new__, str.maketrans)
show([].__len__, list.__len__, (1).__add__, int.__add__, object().__str__, object.__init__, type.__call__)
show("a".__format__, str.__format__, list.__reversed__, float.__round__, [].__getitem__, list.__getitem__)
show(tuple.__getitem__, dict.__contains__, list.__contains__, {}.items, dict.items, type.mro, int.mro)
show(dict.__dict__["fromkeys"], bytes.__dict__["fromhex"], object.__dict__["__init_subclass__"])
print(list.append, list.__len__, dict.__dict__["fromkeys"], len)
print([repr(each).partition(" at ")[0] for each in ([].append, [].__len__, "a".__format__)])
print(list.append.__objclass__, list.__len__.__objclass__, [].__len__.__objclass__, [1].__len__.__self__)
print(dict.__dict__["fromkeys"].__objclass__, dict.__dict__["fromkeys"](dict, "a"), dict.__dict__["fromkeys"].__name__)
for each in list.append, list.__len__, [].__len__, len, [].append, dict.__dict__["fromkeys"]:
    print(each.__name__, each.__qualname__, [hasattr(each, name) for name in ("__self__", "__module__", "__objclass__")],
          hasattr(type(each), "__get__"), inspect.isbuiltin(each), inspect.ismethoddescriptor(each),
          inspect.ismethodwrapper(each), inspect.isroutine(each))
print(list.append.__get__([1]).__self__, list.append.__get__(None, list) is list.append)
print(types.MethodDescriptorType, types.WrapperDescriptorType, types.MethodWrapperType, types.ClassMethodDescriptorType)
print([].__len__ == [].__len__, "a".__len__ == "b".__len__, hash("a".__len__) == hash("a".__len__))


class Names(list):
    add = list.append
    length = list.__len__


names = Names()
names.add(1)
print(names, names.length(), type(names.add).__name__, type(names.length).__name__)
