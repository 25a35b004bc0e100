# since 3.14
import typing

print(typing.Counter("aab"), typing.Deque([1, 2]), typing.DefaultDict(int), typing.OrderedDict(a=1))
print(type[int], type[int].__origin__, typing.Type[int])
try:
    typing.List()
except TypeError as error:
    print(error)
print(sum([1e100, 1, -1e100]), sum([0.1] * 10), sum([1, 2.5]))
