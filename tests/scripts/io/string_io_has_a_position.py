import io


for words in (("line one\n", "two", "\n", "three"), ("größe\n", "日本", "\n", "a😀b")):
    f = io.StringIO()
    print([f.write(w) for w in words], f.tell(), repr(f.getvalue()))
    print(f.seek(0), repr(f.read(3)), f.tell(), repr(f.read(0)), repr(f.readline()), f.tell(), repr(f.read()), repr(f.read()))
    print(f.seek(2), f.write("XY"), f.tell(), repr(f.getvalue()))
    print(f.seek(3), f.write("ü😀"), f.tell(), repr(f.getvalue()), repr(f.read(2)))
    print(f.seek(4), f.write("abcdefghijklmnopqrstuvwxyz"), f.tell(), repr(f.getvalue()))
    print(f.seek(0, 2), f.seek(0, 1), f.seek(40), repr(f.read()), repr(f.readline()), f.write("end"), repr(f.getvalue()))
    print(f.truncate(5), f.tell(), repr(f.getvalue()), repr(f.read()), f.write("!"), len(f.getvalue()))
    print(f.seek(3), f.truncate(), repr(f.getvalue()), f.truncate(100), repr(f.getvalue()), f.truncate(0), repr(f.getvalue()))
    print(f.write("again"), repr(f.getvalue()))
    f.close()
