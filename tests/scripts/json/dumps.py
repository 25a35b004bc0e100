# dumps: values, keys, strings.
import json

print(json.dumps({"a": [1, 2.5, None, True, (3,), {}, [], "é"], "b": {"c": 1e100}}), json.dumps("x"), json.dumps(10**30), json.dumps(0.1))
print(json.dumps({1: 2, 1.5: 3, False: 4, None: 5}), json.dumps([float("inf"), -float("inf"), float("nan")]))
print(json.dumps('é\u2028😀\x7f\x00"\\/\b\f\n\r\t'), json.dumps('é😀\x7f\x00"\\/', ensure_ascii=False), json.dumps("\ud800"))
print(json.dumps([1, {"b": [2, {}], "a": []}], indent=2, sort_keys=True))
print(json.dumps([1, [2]], indent="--"), json.dumps([1, 2], indent=0), json.dumps([1, {"a": 2}], separators=(",", ":")))
print(json.dumps({(1,): 2, "x": 1}, skipkeys=True), json.dumps([{1, 2}], default=sorted), json.dumps({"b": 1, "a": 2}, sort_keys=True))


class Text(str):
    pass


class Number(int):
    def __repr__(self):
        return "number"


print(json.dumps([Text("t"), Number(5), True]))
