import asyncio

busy = most = 0

async def serve(reader, writer):
    global busy, most
    busy += 1
    most = max(most, busy)
    await reader.readline()
    await asyncio.sleep(0.005)
    writer.write(b"answer\n")
    busy -= 1
    writer.close()

async def ask(gate, address):
    async with gate:
        reader, writer = await asyncio.open_connection(*address)
        writer.write(b"question\n")
        answer = await reader.readline()
        writer.close()
        await writer.wait_closed()
        return answer

async def main():
    async with await asyncio.start_server(serve, "127.0.0.1", 0) as server:
        address, gate = server.sockets[0].getsockname(), asyncio.Semaphore(3)
        answers = await asyncio.gather(*(ask(gate, address) for _ in range(9)))
        print(len(answers), set(answers), most <= 3)

asyncio.run(main())
