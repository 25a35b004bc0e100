# get_map(): the keys by files, as a mapping that follows the selector.
import collections.abc
import os
import selectors

reader, writer = os.pipe()
selector = selectors.DefaultSelector()
mapping = selector.get_map()
print(isinstance(mapping, collections.abc.Mapping), len(mapping), dict(mapping))
key = selector.register(reader, selectors.EVENT_READ)
print(len(mapping), list(mapping) == [reader], mapping[reader] is key, reader in mapping, writer in mapping)
print(mapping.get(writer), mapping.get(writer, "none"), list(mapping.values()) == [key])
try:
    mapping[1000]
except KeyError as problem:
    print(problem)
try:
    mapping["x"]
except ValueError as problem:
    print(problem)
selector.close()
print(selector.get_map(), len(mapping))
for call in (lambda: selector.get_key(reader), lambda: selector.select(0)):
    try:
        call()
    except (RuntimeError, ValueError) as problem:
        print(type(problem).__name__, problem)
os.close(reader)
os.close(writer)
print(selectors.DefaultSelector.__name__, selectors.SelectorKey._fields, selectors.EVENT_READ, selectors.EVENT_WRITE)
