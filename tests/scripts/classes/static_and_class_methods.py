class Date:
    count = 0
    def __init__(self, day):
        self.day = day
        type(self).count += 1
    @classmethod
    def parse(cls, text): return cls(int(text))
    @staticmethod
    def valid(day): return 0 < day < 32
class Sub(Date):
    count = 0

print(Date.parse("5").day, type(Sub.parse("6")).__name__, Date.valid(40), Date(1).valid(3), Date.count, Sub.count)
