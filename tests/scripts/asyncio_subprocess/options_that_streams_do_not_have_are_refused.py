import asyncio


async def main():
    run, shell = asyncio.create_subprocess_exec, asyncio.create_subprocess_shell
    for call in [
        run("true", universal_newlines=True), run("true", shell=True), run("true", bufsize=1), run("true", text=True),
        run("true", encoding="ascii"), run("true", errors="ignore"),
        shell("true", universal_newlines=True), shell("true", shell=False), shell("true", bufsize=1), shell(["true"]),
    ]:
        try:
            await call
        except ValueError as error:
            print(error)


asyncio.run(main())
