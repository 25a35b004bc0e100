import pickle

numbers = [0, 1, 255, 256, 65535, 65536, -1, 2**31 - 1, -2**31, 2**31, -2**31 - 1, 2**63, -2**63, 2**2040, 1.5, -0.0,
           float("inf"), 127 << 8, -(1 << 39), True, False, None, ...]
for protocol in range(6):
    data = pickle.dumps(numbers, protocol)
    print(data)
    assert repr(pickle.loads(data)) == repr(numbers)
