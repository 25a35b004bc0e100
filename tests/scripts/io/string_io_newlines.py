# io.StringIO(newline=...): what is translated when writing, what ends a line, and which line ends were seen.
import io

text = "a\nb\r\nc\rd\n\r\ne\r"
for newline in (None, "", "\n", "\r", "\r\n"):
    f = io.StringIO(text, newline=newline)
    print(repr(newline), repr(f.getvalue()), f.newlines)
    print("  ", f.readlines(), f.tell())
    f.seek(0)
    print("  ", [f.readline(2) for _ in range(9)])
    f = io.StringIO(newline=newline)
    print("  ", [f.write(part) for part in ("x\r", "\ny", "é\n", "\r\n", "z")], repr(f.getvalue()), f.tell(), f.newlines)
    f.seek(1)
    print("  ", f.write("\n"), f.tell(), repr(f.getvalue()))
    f = io.StringIO("", newline)
    print("  ", f.newlines, f.write("\n"), f.newlines, f.write("\r"), f.newlines, f.write("\r\n"), f.newlines)
print(io.StringIO("\n").newlines, io.StringIO("\n", None).newlines, io.StringIO("\r\n", "").newlines)
