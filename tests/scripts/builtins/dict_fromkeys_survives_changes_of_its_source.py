# since 3.14
class Key:
    def __init__(self, source):
        self.source = source

    def __hash__(self):
        return 1

    def __eq__(self, other):
        if armed:
            self.source.clear()
        return False


for source in ({}, set()):
    armed = False
    for _ in range(4):
        if isinstance(source, dict):
            source[Key(source)] = 1
        else:
            source.add(Key(source))
    armed = True
    print(len(dict.fromkeys(source)), len(source))
print(dict.fromkeys({3: 1, 2: 2}, "v"), dict.fromkeys(frozenset({1})), dict.fromkeys({}))
