import io


f = io.BytesIO()
print(f.write(b"one\ntwo"), f.write(b""), f.write(b"\nthree"), f.tell(), f.getvalue())
print(f.seek(0), f.read(2), f.read(0), f.readline(), f.readline(2), f.read(), f.read(), f.readline(), f.read1(), f.read1(3))
print(f.seek(1), f.write(b"XYZ"), f.tell(), f.getvalue())
print(f.seek(-3, 2), f.read(), f.seek(-2, 1), f.read1(1), f.seek(-100, 1), f.seek(-100, 2), f.seek(5, 2))
print(f.read(), f.write(b"end"), f.getvalue(), f.tell())
print(f.truncate(5), f.tell(), f.getvalue(), f.write(b"!"), f.getvalue())
print(f.seek(3), f.truncate(), f.getvalue(), f.truncate(100), f.getvalue(), f.truncate(None))
