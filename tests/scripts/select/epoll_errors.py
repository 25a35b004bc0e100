# What epoll objects refuse, closed ones everything.
import os
import select

reader, writer = os.pipe()
poller = select.epoll()
poller.register(writer, select.EPOLLOUT)


def attempt(function, *arguments, **keywords):
    try:
        print(function(*arguments, **keywords))
    except (TypeError, ValueError, OverflowError, OSError) as problem:
        print(type(problem).__name__, problem)


for arguments in (0,), (-2,), (1, 5), ("a",), (2**40,), (-1, 12356):
    attempt(select.epoll, *arguments)
attempt(select.epoll.fromfd, "a")
for file in writer, "a", 999, -1:
    attempt(poller.register, file)
attempt(poller.modify, 999, 1)
attempt(poller.modify, reader, 1)
attempt(poller.unregister, 999)
attempt(poller.unregister, reader)
for arguments in ("a",), (0, 0), (0, -2), (1e300,), (float("nan"),), (2**40,), (0, 2**31):
    attempt(poller.poll, *arguments)
other = select.epoll.fromfd(os.dup(writer))
attempt(other.poll, 0)
attempt(other.register, reader)
other.close()
poller.close()
for call in (poller.fileno, poller.poll, poller.__enter__, lambda: poller.register(1), lambda: poller.modify(1, 1),
             lambda: poller.unregister(1)):
    attempt(call)
os.close(reader)
os.close(writer)
