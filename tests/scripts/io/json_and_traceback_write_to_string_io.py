import contextlib
import io
import json
import sys
import traceback


f = io.StringIO()
json.dump({"a": [1, "é"]}, f)
print(f.getvalue(), json.load(io.StringIO('{"b": 2}')))
with contextlib.redirect_stdout(io.StringIO()) as f:
    print("caught")
    sys.stdout.write("too")
print(repr(f.getvalue()))
try:
    1 / 0
except ZeroDivisionError:
    f = io.StringIO()
    traceback.print_exc(file=f)
    print(f.getvalue().splitlines()[-1])
