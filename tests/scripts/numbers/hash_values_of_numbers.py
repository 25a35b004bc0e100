print(hash(0), hash(1), hash(-1), hash(2 ** 61 - 1), hash(2 ** 61), hash(-2 ** 61), hash(0.5), hash(1.0), hash(float("inf")), hash(-1.5), hash(10 ** 30), hash(True), hash(1e300))
