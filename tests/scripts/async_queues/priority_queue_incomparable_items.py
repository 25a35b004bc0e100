import asyncio

async def main():
    queue = asyncio.PriorityQueue()
    queue.put_nowait((1, {}))
    for put in queue.put_nowait, queue.put:
        try:
            result = put((1, {}))
            await (result or asyncio.sleep(0))
        except TypeError as error:
            print(error)
        print(queue.qsize(), queue._unfinished_tasks)
    try:
        queue.get_nowait()
    except TypeError as error:
        print(error)
    print(queue.qsize(), queue._unfinished_tasks)

asyncio.run(main())
