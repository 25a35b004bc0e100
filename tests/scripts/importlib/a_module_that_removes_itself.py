import sys
from _texts import Texts

sys.meta_path.append(Texts(replaces="import sys\nclass M: v = 9\nsys.modules[__name__] = M()",
                           removes="import sys\ndel sys.modules[__name__]"))
import replaces

print(replaces.v)
try:
    import removes
except KeyError as error:
    print(type(error), error)
