print("b starts")
from _cycle import a
print("b sees", hasattr(a, "value"))
value = "b"
def late(): return a.value
