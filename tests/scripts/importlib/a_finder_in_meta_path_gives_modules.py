import sys
from _texts import Texts

sys.meta_path.append(Texts(virtual="value = 1\nprint('running', __name__, __spec__.origin)",
                           virtual__inner="from . import value\ninner = value + 1",
                           virtual__broken="1 / 0"))
import virtual.inner

print(virtual.inner.inner, virtual, virtual.__path__, virtual.inner.__package__, hasattr(virtual, "__file__"))
for attempt in range(2):
    try:
        import virtual.broken
    except ZeroDivisionError as error:
        print(error, "virtual.broken" in sys.modules, hasattr(virtual, "broken"))
