# Registering, modifying and forgetting files, with every selector.
import os
import selectors

reader, writer = os.pipe()


def attempt(function, *arguments):
    try:
        answer = str(function(*arguments))
    except (TypeError, ValueError, OSError, KeyError) as problem:
        answer = f"{type(problem).__name__} {problem}"
    print(answer.replace(f"{reader} (FD {reader})", "R").replace(f"{writer} is", "W is"))


for cls in selectors.SelectSelector, selectors.PollSelector, selectors.EpollSelector:
    print(cls.__name__)
    with cls() as selector:
        for events in 0, 4, "a":
            attempt(selector.register, reader, events)
        for file in -1, "a":
            attempt(selector.register, file, selectors.EVENT_READ)
        key = selector.register(reader, selectors.EVENT_READ, "data")
        print(key.fileobj == key.fd == reader, key.events, key.data)
        attempt(selector.register, reader, selectors.EVENT_READ)
        print(selector.get_key(reader) is key, selector.modify(reader, selectors.EVENT_READ, "data") is key)
        print(selector.modify(reader, selectors.EVENT_READ, "other").data, selector.get_key(reader).data)
        print(selector.modify(reader, 3).events, selector.get_key(reader).events)
        attempt(selector.get_key, writer)
        attempt(selector.modify, writer, 1)
        attempt(selector.unregister, writer)
        print(selector.unregister(reader).events, len(selector.get_map()))
os.close(reader)
os.close(writer)
