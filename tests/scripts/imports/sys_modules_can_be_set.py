import sys
class Fake: value = 42
sys.modules["fake_module"] = Fake()
import fake_module
from fake_module import value
print(fake_module.value, value)
sys.modules["refused"] = None
try:
    import refused
except ModuleNotFoundError as error:
    print(error)
