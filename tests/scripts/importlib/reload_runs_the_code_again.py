import importlib
import math
import os
import sys
import tempfile

sys.dont_write_bytecode = True
with tempfile.TemporaryDirectory() as folder:
    sys.path.insert(0, folder)
    path = os.path.join(folder, "changing.py")
    with open(path, "w") as file:
        file.write("value = 1\nfirst = 1\n")
    import changing

    with open(path, "w") as file:
        file.write("value = 2 # longer\nseen = first\n")
    importlib.invalidate_caches()
    print(importlib.reload(changing) is changing, changing.value, changing.seen)
    os.remove(path)
    importlib.invalidate_caches()
    try:
        importlib.reload(changing)
    except ModuleNotFoundError as error:
        print(error, error.name)
math.pi = 3
print(importlib.reload(math) is math, math.pi, math.__spec__.name)  # a native module keeps what it has
for wrong in (5, type(sys)("unknown")):
    try:
        importlib.reload(wrong)
    except (TypeError, ImportError) as error:
        print(error)
