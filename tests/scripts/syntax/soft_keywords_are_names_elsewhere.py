match = 1
case = 2
type = 3
_ = 4
print(match + case, type, _)
match[0:1] if False else print("ok")
def case(match): return match
print(case(5))
class type: match = "field"
print(type.match)
