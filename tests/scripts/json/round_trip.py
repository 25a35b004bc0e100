# What is written is read back.
import json

values = [None, True, 0, -1, 2**40, 2**70, 1.5, -0.0, 1e-7, 1e22, "", "é\n\"", [], {}, [[[]]], {"a": {"b": [1, "x"]}}, "\U0001f600\u2028"]
for value in values:
    for options in [{}, {"indent": 3}, {"ensure_ascii": False}, {"separators": (",", ":")}]:
        if json.loads(json.dumps(value, **options)) != value:
            print("differs", value, options)
big = {f"key{i % 100}-{i}": [i, str(i), i / 7] for i in range(2000)}
print(json.loads(json.dumps(big)) == big, len(json.dumps(big)))
