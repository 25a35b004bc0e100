import itertools
import sys

del sys.__spec__
print(hasattr(sys, "__spec__"), hasattr(sys, "__loader__"), sys)
sys.__spec__ = 5
print(sys.__spec__, vars(sys)["__spec__"])
itertools.__name__ = "renamed"
print(itertools.__spec__.name, itertools)
