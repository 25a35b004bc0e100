def attempt(source):
    try:
        compile(source, "<source>", "exec")
        print("compiles")
    except SyntaxError as error:
        print(error.msg)

attempt("def f():\n    await g()\n")
attempt("def f():\n    async for x in g(): pass\n")
attempt("def f():\n    async with g(): pass\n")
attempt("def f():\n    return [x async for x in g()]\n")
attempt("async def f():\n    await g()\n    async for x in g(): pass\n    async with g(): pass\n")
