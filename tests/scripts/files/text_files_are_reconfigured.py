# reconfigure(): encoding, errors and line ends of a file change, but not once it has been read.
import io
import os

name = f"{os.environ.get('TMPDIR', '/tmp')}/ouro_test_{os.getpid()}"
with open(name, "w", encoding="utf-8") as file:
    file.write("é\n")
    file.reconfigure(encoding="latin-1", newline="\r\n")
    print(file.encoding, file.errors, file.write("é\n"))
    file.reconfigure(errors="replace")
    print(file.encoding, file.errors, file.write("€\n"))
    file.reconfigure(encoding="ascii", line_buffering=True, write_through=True)
    print(file.encoding, file.errors, file.line_buffering, file.write_through)
    file.write("x\n")
    print(open(name, "rb").read())
with open(name, encoding="latin-1") as file:
    file.reconfigure(errors="strict")
    print(repr(file.read(1)))
    for change in ({"encoding": "utf-8"}, {"newline": ""}, {"errors": "ignore"}, {"line_buffering": True}):
        try:
            print(file.reconfigure(**change), file.line_buffering)
        except io.UnsupportedOperation as error:
            print(error)
for change in ({"encoding": "none"}, {"newline": "x"}, {"encoding": 5}, {"newline": 5}):
    try:
        open(name).reconfigure(**change)
    except Exception as error:
        print(type(error).__name__, str(error).split(",")[0])
os.remove(name)
