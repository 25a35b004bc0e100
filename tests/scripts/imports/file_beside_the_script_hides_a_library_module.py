import os
import sys
import tempfile

with tempfile.TemporaryDirectory() as folder:
    folder = os.path.realpath(folder)
    sys.path.insert(0, folder)
    for name in ("textwrap", "heapq"):
        with open(os.path.join(folder, name + ".py"), "w") as file:
            file.write("mine = True\n")
    import heapq
    import textwrap

    print(textwrap.mine, heapq.mine, textwrap.__file__ == os.path.join(folder, "textwrap.py"))
    try:
        textwrap.dedent
    except AttributeError as error:
        print(str(error).replace(folder, "FOLDER"))
    try:
        from heapq import heappush
    except ImportError as error:
        print(str(error).replace(folder, "FOLDER"))
