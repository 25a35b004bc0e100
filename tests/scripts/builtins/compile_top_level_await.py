# PyCF_ALLOW_TOP_LEVEL_AWAIT: code that awaits at module level is a coroutine, other code is not.
import asyncio

FLAG = 0x2000


async def value():
    return 41


async def main():
    code = compile("x = await value() + 1", "f", "exec", flags=FLAG)
    names = {"value": value}
    await eval(code, names)
    print(names["x"])
    print(await eval(compile("await value()", "f", "eval", flags=FLAG)))
    print(eval(compile("1 + 1", "f", "eval", flags=FLAG)))


asyncio.run(main())
try:
    compile("await value()", "f", "exec")
except SyntaxError as error:
    print(error.msg)
