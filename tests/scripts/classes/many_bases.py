# no-stress: many classes
class Base: value = 1
classes = [type(f"C{i}", (Base,), {"number": i}) for i in range(1500)]
Wide = type("Wide", tuple(classes), {})
print(len(Wide.__mro__), Wide.number, Wide.value, Wide.__mro__[-2:] == (Base, object))
deep = Base
for i in range(500):
    deep = type("Deep", (deep,), {})
print(len(deep.__mro__), deep.value)
try:
    type("Wrong", (Base, *classes), {})
except TypeError as error:
    print(str(error)[:60])
