import pickle

octets, array = b"abc", bytearray(b"def")
buffers = []
value = [pickle.PickleBuffer(octets), pickle.PickleBuffer(array)]
data = pickle.dumps(value, 5, buffer_callback=buffers.append)
print(data, [bytes(buffer.raw()) for buffer in buffers])
loaded = pickle.loads(data, buffers=[octets, array])
print(loaded[0] is octets, loaded[1] is array)
print(pickle.loads(data, buffers=[array, octets])[0].readonly)
print(pickle.dumps(value, 5))
for attempt in (lambda: pickle.loads(data), lambda: pickle.loads(data, buffers=[]), lambda: pickle.dumps(value, 4),
                lambda: pickle.dumps(1, 4, buffer_callback=print), lambda: value[0].release() or value[0].raw(),
                lambda: pickle.PickleBuffer(memoryview(b"abcd")[::2]).raw()):
    try:
        print(attempt())
    except Exception as error:
        print(type(error).__name__, error)
