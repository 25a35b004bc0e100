# What str.format says of malformed formats and missing fields.
class A: x = 5
cases = ["{}", "{} {}", "{0} {}", "{} {0}", "{a}", "{", "}", "{0", "{0!r", "{0!}", "{0!rr}", "{0!x}", "{0!é}", "{0.}", "{0.y}", "{0[]}", "{0[a}", "{0[a]b}", "{0[99999999999999999999]}", "{99999999999999999999}", "{:{:{}}}", "{:}}", "{:{}", "{0{1}}", "a{", "a{b", "a}b", "{0..x}", "{0:d}", "{0!s:d}", "{0[0]}", "{5}", "{-1}", "{!}", "{:{0}}", "{0:!r}"]
for text in cases:
    try:
        print(text.format(A() if "." in text else "v") if text not in ("{}", "{a}") else text.format())
    except Exception as error:
        print(text, type(error).__name__ + ":", error)
for text in ["{}", "{0}", "{b}", "{:{a}}"]:
    try:
        print(text.format_map({"a": 1}))
    except Exception as error:
        print(text, type(error).__name__ + ":", error)
