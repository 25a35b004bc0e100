import os
import sys
import tempfile

with tempfile.TemporaryDirectory() as folder:
    sys.path.insert(0, folder)
    open(os.path.join(folder, "written_just_now.py"), "w").write("value = 42\n")
    import written_just_now

    print(written_just_now.value)
