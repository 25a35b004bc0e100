print(quit, repr(exit), type(quit), quit.name, quit.eof, callable(exit))
for call in (quit, lambda: exit(3), lambda: exit(code="text")):
    try:
        call()
    except SystemExit as error:
        print(error.args, error.code)
