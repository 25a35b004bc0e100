import asyncio
import gc
import warnings


def open_and_drop():
    loop = asyncio.new_event_loop()
    loop.run_until_complete(loop.create_datagram_endpoint(asyncio.DatagramProtocol, local_addr=("127.0.0.1", 0)))
    loop.close()  # until then it keeps the transport


with warnings.catch_warnings(record=True) as caught:
    warnings.simplefilter("always")
    for _ in range(5):
        open_and_drop()
    gc.collect()
print({(w.category.__name__, str(w.message).split(" <")[0]) for w in caught if "transport" in str(w.message)})
