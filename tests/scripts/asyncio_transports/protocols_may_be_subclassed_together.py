import asyncio
from asyncio import protocols, streams

class Mixed(asyncio.Protocol, asyncio.DatagramProtocol):
    def __init__(self, name): self.name = name

class Flow(streams.FlowControlMixin, asyncio.SubprocessProtocol):
    pass

mixed = Mixed("m")
print(mixed.name, mixed.data_received(b""), mixed.datagram_received(b"", None), mixed.connection_made(None))
print([kind.__name__ for kind in Flow.__mro__])
print(isinstance(Flow(asyncio.new_event_loop()), asyncio.BaseProtocol), issubclass(asyncio.StreamReaderProtocol, asyncio.Protocol))
print(asyncio.BufferedProtocol().get_buffer(-1), asyncio.Protocol.__module__, protocols.Protocol is asyncio.Protocol)

class Plain(asyncio.Transport):
    def write(self, data): print("write", data)

transport = Plain({"name": 1})
transport.writelines([b"a", b"b"])
print(transport.get_extra_info("name"), transport.get_extra_info("none", 2))
try:
    transport.close()
except NotImplementedError:
    print("not implemented")
