# Nesting deeper than the native stack is a RecursionError, not a crash.
# no-stress: deep
import json

print(json.loads("[" * 500 + "]" * 500) is not None)
for text in ["[" * 3000000, '{"a":' * 3000000]:
    try:
        json.loads(text)
    except RecursionError as error:
        print(error)
nested = []
for _ in range(3000000):
    nested = [nested]
try:
    json.dumps(nested)
except RecursionError as error:
    print(error)
