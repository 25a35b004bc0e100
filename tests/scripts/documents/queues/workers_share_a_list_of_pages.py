# Pages lead to pictures, pictures are saved: two queues, several workers each.
import asyncio

async def find(pages, pictures):
    while True:
        page = await pages.get()
        await asyncio.sleep(0)
        for number in range(2):
            await pictures.put(f"{page}/{number}.png")
        pages.task_done()

async def save(pictures, saved):
    while True:
        picture = await pictures.get()
        await asyncio.sleep(0)
        saved.append(picture)
        pictures.task_done()

async def main():
    pages, pictures, saved = asyncio.Queue(), asyncio.Queue(3), []
    for page in ("cats", "dogs", "owls"):
        pages.put_nowait(page)
    workers = [asyncio.create_task(find(pages, pictures)) for _ in range(2)]
    workers += [asyncio.create_task(save(pictures, saved)) for _ in range(3)]
    await pages.join()
    await pictures.join()
    for worker in workers:
        worker.cancel()
    await asyncio.gather(*workers, return_exceptions=True)
    print(sorted(saved), all(worker.cancelled() for worker in workers))

asyncio.run(main())
