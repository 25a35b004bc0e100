# open(): which modes and arguments go together, and what comes of them.
import io
import os

name = f"{os.environ.get('TMPDIR', '/tmp')}/ouro_test_{os.getpid()}"
open(name, "w").close()


def attempt(*args, **keywords):
    try:
        with open(*args, **keywords) as file:
            print(args[1:], keywords, type(file).__name__, file.mode, file.readable(), file.writable(),
                  getattr(file, "line_buffering", "-"), getattr(getattr(file, "raw", None), "mode", "-"))
    except Exception as error:
        print(args[1:], keywords, type(error).__name__, str(error).replace(name, "NAME"))


for mode in ("r", "rt", "w", "a", "r+", "w+", "a+", "rb", "wb", "ab", "rb+", "r+b", "br", "tw", "x", "", "b", "rw", "rr", "rbt", "U", "q", "+",
             "r++"):
    attempt(name, mode)
for keywords in ({"buffering": 0}, {"buffering": 1}, {"buffering": 5}, {"encoding": "none"}, {"newline": "x"}, {"newline": 5},
                 {"encoding": 5}, {"errors": 5}, {"closefd": False}, {"buffering": "x"}):
    attempt(name, "r", **keywords)
for keywords in ({"buffering": 0}, {"buffering": 5}, {"encoding": "utf-8"}, {"errors": "strict"}, {"newline": ""}):
    attempt(name, "rb", **keywords)
attempt(5.5, "r")
attempt(name, 5)
attempt("/", "r")
attempt(name + "/x", "w")
attempt(-1, "r")
attempt(name + "\0", "r")
descriptor = os.open(name, os.O_RDONLY)
with open(descriptor, closefd=False) as file:
    print(file.name == descriptor, file.buffer.raw.closefd)
with open(descriptor) as file:
    print(file.read() == "")
try:
    os.close(descriptor)
except OSError as error:
    print(error)
print(io.open is open, open.__name__, io.text_encoding(None) in ("locale", "utf-8"), io.text_encoding("x"), io.open_code(name).mode)
os.remove(name)
