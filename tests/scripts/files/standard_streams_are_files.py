# sys.stdout is text over a buffer over a file, and can what these can.
import io
import sys

for stream in (sys.stdin, sys.stdout, sys.stderr):
    print(type(stream).__name__, type(stream.buffer).__name__, type(stream.buffer.raw).__name__, stream.name, stream.mode,
          stream.buffer.raw.mode, stream.buffer.raw.closefd, stream.fileno(), isinstance(stream, io.TextIOBase))
print(sys.stdout.readable(), sys.stdout.writable(), sys.stdin.readable(), sys.stdin.writable(), sys.stdin.read())
for attempt in (sys.stdout.read, lambda: sys.stdin.write("x"), sys.stdout.tell if not sys.stdout.seekable() else lambda: io.IOBase().tell()):
    try:
        attempt()
    except io.UnsupportedOperation as error:
        print(type(error).__name__)
sys.stdout.reconfigure(newline="\r\n")
print("one\ntwo")
sys.stdout.reconfigure(encoding="utf-16-le", newline="\n")
print("é")
sys.stdout.reconfigure(encoding="utf-8")
sys.stdout.flush()
sys.stdout.buffer.write(b"bytes\n")
sys.stdout.write("text ")
sys.stdout.buffer.flush()
buffer = sys.stdout.detach()
sys.stdout = io.TextIOWrapper(buffer, "ascii", "backslashreplace", line_buffering=True)
print("€", sys.stdout.encoding)
