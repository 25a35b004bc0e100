# What cannot be encoded.
import json

circle = []
circle.append([circle])
table = {}
table["self"] = table
for function in [lambda: json.dumps(object), lambda: json.dumps({1, 2}), lambda: json.dumps({(1,): 2}), lambda: json.dumps(b"x"),
                 lambda: json.dumps(circle), lambda: json.dumps(table), lambda: json.dumps(float("nan"), allow_nan=False),
                 lambda: json.dumps({"b": 1, 1: 2}, sort_keys=True), lambda: json.dumps(..., default=lambda o: 1 / 0)]:
    try:
        function()
    except (TypeError, ValueError, ZeroDivisionError) as error:
        print(type(error).__name__, error)
same = [1]
print(json.dumps([same, same, {"a": same}]))
