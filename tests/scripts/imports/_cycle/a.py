print("a starts")
from _cycle import b
value = "a"
print("a sees", b.value)
