import asyncio

queue = asyncio.Queue()
for use in len, iter, lambda q: q[0], lambda q: 1 in q:
    try:
        use(queue)
    except TypeError as error:
        print(str(error).partition(" or iterable")[0].replace("container", "iterable"))
print(bool(queue))
