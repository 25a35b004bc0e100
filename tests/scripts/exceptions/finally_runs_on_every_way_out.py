def f(way):
    for i in range(3):
        try:
            if way == "return":
                return "returned"
            if way == "break":
                break
            if way == "continue":
                continue
            if way == "raise":
                raise KeyError(i)
        finally:
            print("finally", way, i)
    return "end"

for way in ("return", "break", "continue", "pass"):
    print(f(way))
try:
    f("raise")
except KeyError as error:
    print(repr(error))
