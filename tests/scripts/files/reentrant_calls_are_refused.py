# A raw file whose methods come back to the buffer above it in the midst of a call.
import io


class Raw(io.RawIOBase):
    buffer = None

    def writable(self):
        return True

    def readable(self):
        return True

    def write(self, data):
        try:
            self.buffer.write(b"again")
        except RuntimeError as error:
            print(error)
        return len(data)

    def readinto(self, target):
        try:
            self.buffer.read(1)
        except RuntimeError as error:
            print(error)
        target[:2] = b"ab"
        return 2


raw = Raw()
raw.buffer = io.BufferedWriter(raw, 4)
print(raw.buffer.write(b"more than four"), raw.buffer.write(b"x"), raw.buffer.flush())
reader = Raw()
reader.buffer = io.BufferedReader(reader)
print(reader.buffer.read(2), reader.buffer.peek(1))
