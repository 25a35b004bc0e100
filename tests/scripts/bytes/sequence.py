# bytes are sequences of ints.
data = b"hello"
print(data[0], data[-1], data[1:3], data[::-1], list(data), len(data), 104 in data, b"ell" in data, b"" in data)
print(b"a" + b"b", b"ab" * 2, 3 * b"x", b"a" < b"b", b"a" == "a", b"a" == b"a", hash(b"x") == hash(b"x"), {b"k": 1}[b"k"])
for function in [lambda: data[9], lambda: data["a"], lambda: data + "a", lambda: "a" + data, lambda: 300 in data,
                 lambda: "a" in data, lambda: data < "a", lambda: data * 1.5]:
    try:
        function()
    except (TypeError, ValueError, IndexError) as error:
        print(type(error).__name__, error)
