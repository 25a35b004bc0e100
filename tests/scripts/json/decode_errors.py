# Each fault has its message and place.
import json

for text in ["", " ", "[", "[1", "[1,", "[1,]", "[1 2]", "{", '{"a"', '{"a":', '{"a":1', '{"a":1,', '{"a":1,}', "{a:1}", '"abc', '"a\nb"',
             '"\\q"', '"\\u12"', "nul", "null x", "-", "01", "1.", "[1,\n2,\n}", "{1:2}", "'a'", "\ufeff1", '{"é": x}', '"\\', "[1] [2]"]:
    try:
        json.loads(text)
    except json.JSONDecodeError as error:
        print(repr(text), "|", error, "|", error.msg, error.pos, error.lineno, error.colno, error.doc == text)
for value in [1, None, [1]]:
    try:
        json.loads(value)
    except TypeError as error:
        print(error)
print(issubclass(json.JSONDecodeError, ValueError), json.JSONDecodeError("m", "a\nb", 2).args, json.decoder.JSONDecodeError is json.JSONDecodeError)
