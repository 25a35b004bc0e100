# tell() gives numbers for seek(), wherever reading stopped.
import os

name = f"{os.environ.get('TMPDIR', '/tmp')}/ouro_test_{os.getpid()}"
text = "aé\r\n€b\n😀\rc\r\r\nzz"
for encoding in ("utf-8", "utf-8-sig", "utf-16", "utf-16-be", "utf-32", "latin-1", "ascii"):
    for errors in ("ignore", "backslashreplace", "surrogateescape"):
        with open(name, "wb") as file:
            file.write(text.encode(encoding, "backslashreplace") + (b"\xff\xfe\xff" if encoding[:3] == "utf" and "8" in encoding else b""))
        for newline in (None, "", "\n"):
            with open(name, encoding=encoding, errors=errors, newline=newline) as file:
                whole = file.read()
                file.seek(0)
                places = [(0, 0)]
                while part := file.read(1):
                    places.append((places[-1][0] + len(part), file.tell()))
                right = True
                for index, place in reversed(places):
                    file.seek(place)
                    right = right and file.read() == whole[index:]
                print(encoding, errors, repr(newline), right, [place for _, place in places][:9])

with open(name, "w") as file:
    file.writelines(f"line {i} €\n" for i in range(2000))
with open(name) as file:
    places = []
    while True:
        places.append(file.tell())
        if not file.readline():
            break
    for i in (1999, 3, 1000, 500, 501):
        print(file.seek(places[i]) == places[i], file.readline(), end="")
    print(file.seek(0, 2) == places[-1], file.read())
    file.seek(0)
    print(next(file), end="")
    try:
        file.tell()
    except OSError as error:
        print(error)
    print(len(list(file)), file.tell() == places[-1])
    for cookie, whence in ((-1, 0), (1, 1), (1, 2), (0, 5)):
        try:
            file.seek(cookie, whence)
        except ValueError as error:
            print(type(error).__name__, error)
with open(name, "r+") as file:
    print(file.readline(), end="")
    place = file.tell()
    file.seek(place)
    file.write("LINE")
    file.seek(0)
    print(file.readline() + file.readline(), end="")
    file.seek(place)
    print(file.truncate(place), file.read() == "")
os.remove(name)
