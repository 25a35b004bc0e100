class Temperature:
    def __init__(self, celsius): self._celsius = celsius
    @property
    def fahrenheit(self):
        "degrees"
        return self._celsius * 9 / 5 + 32
    @fahrenheit.setter
    def fahrenheit(self, value): self._celsius = (value - 32) * 5 / 9
    @fahrenheit.deleter
    def fahrenheit(self): print("deleted")

t = Temperature(100)
print(t.fahrenheit)
t.fahrenheit = 32
print(t._celsius, Temperature.fahrenheit.__doc__)
del t.fahrenheit
