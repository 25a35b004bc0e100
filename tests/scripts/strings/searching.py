# find and its family count code points, take slices, and find the empty text everywhere.
text = "añbñc😀ñ"
print(text.find("ñ"), text.rfind("ñ"), text.index("😀"), text.count("ñ"), text.find("x"), text.rindex("ñ", 0, 6))
print(text.find("ñ", 2), text.find("ñ", -2), text.find("ñ", 2, 3), text.find("", 3), text.find("", 8), text.rfind(""))
print(text.count(""), text.count("", 7), "aaaa".count("aa"), "aXbX".startswith("X", 1), "abc".startswith(("x", "ab")))
print("abc".endswith("bc", -2), "abc".endswith("", 4), "abc".startswith("", 3), "b" in "abc", "" in "", "x" not in "abc")
for function, arguments in [(text.index, ("x",)), (text.rindex, ("x",)), (text.__contains__, (1,)), (text.find, (1,)),
                            (text.count, (1,)), (text.find, ("a", "b")), (text.startswith, (1,)),
                            (text.endswith, (("a", 1),)), (text.find, (2.5,))]:
    try:
        function(*arguments)
    except (TypeError, ValueError) as error:
        print(type(error).__name__, error)
