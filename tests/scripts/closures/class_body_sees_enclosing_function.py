def make(base):
    class Made:
        value = base * 2
        def get(self):
            return base, __class__.value
    return Made

made = make(5)
print(made.value, made().get(), make("x")().get())

x = "global"
def shadow():
    x = "local"
    class Reads:
        before = x
    class Assigns:
        try:
            x = x + " assigned"
        except NameError as error:
            print(error)
    print(Reads.before, Assigns.x)
shadow()
