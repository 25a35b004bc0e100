# split, rsplit, splitlines, partition, join.
print("a b  c ".split(), " a b c ".split(None, 1), "a,b,,c".split(","), "a,b,c".split(",", 1), "".split(), "".split(","))
print("a b  c ".rsplit(None, 1), "a,b,c".rsplit(",", 1), "a--b--c".rsplit("--"), "\u2003x\xa0y\x1cz".split())
print("one\ntwo\r\nthree\rfour\x0bfive\x1csix\u2028".splitlines(), "a\n\nb\n".splitlines(True), "".splitlines())
print("k=v=w".partition("="), "k=v=w".rpartition("="), "kv".partition("="), "kv".rpartition("="))
print(",".join(["a", "b"]), "".join(str(i) for i in range(5)), "-".join("abc"), "x".join([]), ", ".join(("ñ", "😀")))
for function, arguments in [("a".split, ("",)), ("a".rsplit, ("",)), ("a".partition, ("",)), ("a".split, (1,)),
                            (",".join, (["a", 1],)), (",".join, (1,)), ("a".partition, (1,))]:
    try:
        function(*arguments)
    except (TypeError, ValueError) as error:
        print(type(error).__name__, error)
