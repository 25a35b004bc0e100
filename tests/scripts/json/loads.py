# loads: values, numbers, escapes, hooks.
import json

print(json.loads('{"a": [1, 2.5, -0, 1e3, {"b": null}], "c": true, "d": false, "é": "ñ"}'), json.loads(" [ ] "), json.loads("{}"))
print(json.loads('"\\u00e9\\n\\/\\"\\ud83d\\ude00"'), ascii(json.loads('"\\ud83d"')), json.loads("123456789012345678901234567890"))
print(json.loads("[NaN, Infinity, -Infinity, 1e400, -0.0]"), json.loads('{"a":1,"a":2}'), json.loads(b'["x"]'), json.loads('"x"'.encode("utf-16")))
print(json.loads('{"a": {"b": 1}}', object_hook=lambda d: sorted(d.items())), json.loads('{"a":1,"b":2}', object_pairs_hook=list))
print(json.loads("[1.5, 2, NaN]", parse_float=str, parse_int=lambda s: s + "!", parse_constant=lambda s: s.lower()))
print(json.loads('"a\nb"', strict=False), json.JSONDecoder().raw_decode('[1] x'), json.JSONDecoder().decode("  2 "))
