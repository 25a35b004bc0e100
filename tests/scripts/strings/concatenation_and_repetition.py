s = "ab"
s += "c"
print(s, s * 3, 2 * "x", "x" * 0, "x" * -1, "a" "b", "ab" + "" + "c")
big = ""
for i in range(1000):
    big += str(i % 10)
print(len(big), big[:12], big[-3:])
for call in (lambda: "a" * 1.5, lambda: "a" + b"b", lambda: "a" + None):
    try:
        call()
    except TypeError as error:
        print(error)
