# dict.fromkeys of a dict or a set takes their hashes, and asks only equality where they collide.
class Key:
    def __init__(self, number):
        self.number = number

    def __hash__(self):
        print("hash", end=" ")
        return 1

    def __eq__(self, other):
        print("equal", end=" ")
        return self.number == other.number


keys = Key(1), Key(2)
for source in (dict.fromkeys(keys), set(keys), frozenset(keys), keys):
    print(len(dict.fromkeys(source)))
