class Noisy:
    def __init__(self, name):
        self.name = name

    def __del__(self):
        print("end of", self.name, still_there)


still_there = "global"
first = Noisy("first")
kept = [Noisy("second")]
print("last line")
