print("a b  c ".split(), "a b  c ".split(" "), "a,b,,c".split(","), "a,b,c".split(",", 1), "a,b,c".rsplit(",", 1), "".split(), "".split(","))
print(" a b c".split(None, 1), " a b c ".rsplit(None, 1), "abc".split("bc"), "x--y".split("--"))
print(", ".join(["a", "b"]), "".join("abc"), "-".join([]), "-".join(str(n) for n in range(3)))
print("a\nb\r\nc\x0bd\n".splitlines(), "a\nb\r\n".splitlines(True), "a=b=c".partition("="), "abc".partition("="), "a=b=c".rpartition("="))
for call in (lambda: "a".split(""), lambda: ",".join([1]), lambda: ",".join(5)):
    try:
        call()
    except (ValueError, TypeError) as error:
        print(error)
