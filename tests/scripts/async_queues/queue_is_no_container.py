import asyncio

queue = asyncio.Queue()
for use in len, iter, lambda q: q[0]:
    try:
        use(queue)
    except TypeError as error:
        print(error)
print(bool(queue))
