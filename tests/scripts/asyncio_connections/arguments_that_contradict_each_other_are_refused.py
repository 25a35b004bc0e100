# What create_connection() and its kin refuse before they begin.
import asyncio
import socket

factory = asyncio.Protocol


async def main():
    loop = asyncio.get_running_loop()
    connect, serve = loop.create_connection, loop.create_server
    unix_connect, unix_serve = loop.create_unix_connection, loop.create_unix_server
    stream, datagram = socket.socket(), socket.socket(type=socket.SOCK_DGRAM)
    calls = [
        connect(factory),
        connect(factory, "host", 1, sock=stream),
        connect(factory, sock=datagram),
        connect(factory, "host", 1, server_hostname="name"),
        connect(factory, "host", 1, ssl_handshake_timeout=1),
        connect(factory, "host", 1, ssl_shutdown_timeout=1),
        connect(factory, port=1, ssl=True),
        serve(factory),
        serve(factory, "host", 1, sock=stream),
        serve(factory, sock=datagram),
        serve(factory, "host", 1, ssl=True),
        serve(factory, "host", 1, ssl_handshake_timeout=1),
        unix_connect(factory),
        unix_connect(factory, "path", sock=stream),
        unix_connect(factory, sock=stream),
        unix_connect(factory, "path", server_hostname="name"),
        unix_connect(factory, "path", ssl=True),
        unix_connect(factory, "path", ssl_handshake_timeout=1),
        unix_serve(factory),
        unix_serve(factory, "path", sock=stream),
        unix_serve(factory, sock=stream),
        unix_serve(factory, "path", ssl=True),
        unix_serve(factory, "path", ssl_shutdown_timeout=1),
        loop.connect_accepted_socket(factory, datagram),
        loop.connect_accepted_socket(factory, stream, ssl_handshake_timeout=1),
    ]
    for call in calls:
        try:
            await call
        except (ValueError, TypeError) as error:
            print(type(error).__name__, str(error).split(", got")[0])
    stream.close()
    datagram.close()


asyncio.run(main())
