# Classes define __format__; object's refuses specifications.
class Temperature:
    def __init__(self, degrees): self.degrees = degrees
    def __format__(self, spec): return f"<{spec}|{self.degrees}>"
    def __str__(self): return "str"
class Plain:
    def __str__(self): return "plain"
class Bad:
    def __format__(self, spec): return 5
t = Temperature(20)
print(f"{t}", f"{t:abc}", f"{t!s:>5}", format(t), format(t, "x y"), "{:{}}".format(t, "w"), "{0:a:b}".format(t), f"{t:{'k'}{1}}")
print(f"{Plain()}", f"{Plain()!s:>8}", "{}".format(Plain()))
for call in [lambda: f"{Plain():5}", lambda: f"{Bad()}", lambda: format(Bad())]:
    try:
        print(call())
    except TypeError as error:
        print(error)
