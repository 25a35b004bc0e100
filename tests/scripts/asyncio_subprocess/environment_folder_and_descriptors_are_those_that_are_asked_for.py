import asyncio
import os
from asyncio.subprocess import PIPE


async def main():
    shell = await asyncio.create_subprocess_shell("echo $NAME; pwd", stdout=PIPE, env={"NAME": "value"}, cwd="/")
    print((await shell.communicate())[0])
    reading, writing = os.pipe()
    cat = await asyncio.create_subprocess_exec("cat", stdin=reading, stdout=PIPE)
    os.close(reading)
    os.write(writing, b"by hand")
    os.close(writing)
    print((await cat.communicate())[0])
    with open("out", "wb") as file:
        echo = await asyncio.create_subprocess_exec("echo", "to a file", stdout=file)
        await echo.wait()
    with open("out") as file:
        print(file.read())


asyncio.run(main())
