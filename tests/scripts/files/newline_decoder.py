# IncrementalNewlineDecoder: a '\r' at the end of a piece waits for what follows.
import io

for translate in (False, True):
    decoder = io.IncrementalNewlineDecoder(None, translate)
    print([decoder.decode(part) for part in ("a\r", "\nb\r", "c\n", "\r", "", "\r\n", "\r")], decoder.getstate(), decoder.newlines)
    print(repr(decoder.decode("", final=True)), decoder.getstate(), decoder.reset(), decoder.newlines, repr(decoder.decode("x\n")), decoder.newlines)
    decoder.setstate((b"", 1))
    print(repr(decoder.decode("\n")), repr(decoder.decode("\r", True)))


class Latin:
    def decode(self, data, final=False):
        return data.decode("latin-1")

    def getstate(self):
        return b"held", 5

    def setstate(self, state):
        print("set", state)

    def reset(self):
        print("reset")


decoder = io.IncrementalNewlineDecoder(Latin(), True)
print(repr(decoder.decode(b"\xe9\r")), decoder.getstate(), decoder.setstate((b"x", 9)), decoder.getstate(), decoder.reset())
try:
    io.IncrementalNewlineDecoder(None, True).decode(b"x")
except TypeError as error:
    print(error)
