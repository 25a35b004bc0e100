import io
import pickle

values = ["a", b"z" * 65536, "b", "c" * 65535, "d", "e" * 65536, bytearray(b"q" * 66000), "f"] + ["y" * 1000] * 3
values += [f"{i}" * 300 for i in range(300)]


class Log:
    def __init__(self):
        self.sizes = []

    def write(self, data):
        self.sizes.append(len(data))


for protocol in (0, 3, 4, 5):
    data = pickle.dumps(values, protocol)
    print(len(data), [i for i in range(len(data) - 8) if data[i] == 0x95 and data[i + 4:i + 9] == b"\0" * 5])
    log = Log()
    pickle.dump(values, log, protocol)
    print(log.sizes)
    file = io.BytesIO(data + b"rest")
    print(pickle.load(file) == values, file.read())
