import importlib.util
import os
import sys
import tempfile

with tempfile.TemporaryDirectory() as folder:
    path = os.path.join(folder, "plain.py")
    with open(path, "w") as file:
        file.write("answer = 42\r\ndef f(): pass\n")
    spec = importlib.util.spec_from_file_location("renamed", path)
    module = importlib.util.module_from_spec(spec)
    print("renamed" in sys.modules, module.__name__, module.__file__ == path, hasattr(module, "answer"))
    spec.loader.exec_module(module)
    print(module.answer, repr(spec.loader.get_source("renamed")), spec.loader.get_data(path))
    print(spec.loader.get_code("renamed").co_filename == path, repr(spec.parent), spec.has_location)
    print(spec.loader.is_package("renamed"), spec.submodule_search_locations)
    try:
        spec.loader.get_source("other")
    except ImportError as error:
        print(error, error.name)
    print(importlib.util.spec_from_file_location("unknown", "file.unknown"))
    missing = importlib.util.spec_from_file_location("missing", os.path.join(folder, "missing.py"))
    try:
        missing.loader.exec_module(importlib.util.module_from_spec(missing))
    except FileNotFoundError as error:
        print(error.strerror, error.filename == missing.origin)
