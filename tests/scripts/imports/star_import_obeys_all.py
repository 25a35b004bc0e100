from _chosen import *
print(shown, _also)
try:
    hidden
except NameError as error:
    print(error)
