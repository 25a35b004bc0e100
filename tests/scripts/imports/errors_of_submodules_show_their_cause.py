for text in ["from _causes import missing", "from _causes import wrong", "from _causes import cause",
             "from _causes import absent", "import _causes.missing", "import _causes.missing.deeper",
             "from _causes.absent import x", "import math.x", "from . import x", "from ..a import x"]:
    try:
        exec(text, {"__name__": "__main__"})
    except ImportError as error:
        print(text, "|", type(error).__name__, str(error).split(" (/")[0], error.name, error.name_from)

import sys
sys.modules["_causes.gone"] = None
for text in ["from _causes import gone", "import _causes.gone", "import _causes.gone.deeper"]:
    try:
        exec(text)
    except ImportError as error:
        print(text, "|", type(error).__name__, str(error).split(" (/")[0], error.name)
