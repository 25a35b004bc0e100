for source in ("async def work()\n    ...\n", "async def work():\n", "async work():\n    ...\n", "await = 1\n"):
    try:
        compile(source, "<source>", "exec")
    except SyntaxError as error:
        print(type(error).__name__, error.msg, error.lineno)
