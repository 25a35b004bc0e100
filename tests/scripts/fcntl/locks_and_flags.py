import array
import fcntl
import os
import struct

read, write = os.pipe()
print(fcntl.fcntl(read, fcntl.F_GETFD), fcntl.fcntl(read, fcntl.F_SETFD, 0), fcntl.fcntl(read, fcntl.F_GETFD))
print(fcntl.fcntl(write, fcntl.F_SETPIPE_SZ, 65536), fcntl.fcntl(write, fcntl.F_GETPIPE_SZ))
os.write(write, b"four")
FIONREAD = 0x541B
print(struct.unpack("i", fcntl.ioctl(read, FIONREAD, struct.pack("i", 0))))
numbers = array.array("i", [0])
print(fcntl.ioctl(read, FIONREAD, numbers), numbers)
buffer = bytearray(4)
print(fcntl.ioctl(read, FIONREAD, buffer, False), buffer)
with open("file", "w") as file:
    fcntl.flock(file, fcntl.LOCK_EX | fcntl.LOCK_NB)
    with open("file", "w") as other:
        try:
            fcntl.flock(other, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except OSError as error:
            print(error)
    fcntl.flock(file, fcntl.LOCK_UN)
    fcntl.lockf(file, fcntl.LOCK_EX, 10, 5)
    fcntl.lockf(file, fcntl.LOCK_UN)
    lock = struct.pack("hhllhh", fcntl.F_WRLCK, 0, 0, 0, 0, 0)
    print(len(fcntl.fcntl(file, fcntl.F_SETLKW, lock)) == len(lock))
for call in (
    lambda: fcntl.fcntl(99, fcntl.F_GETFD), lambda: fcntl.fcntl("x", 1), lambda: fcntl.fcntl(-1, 1),
    lambda: fcntl.lockf(read, 0), lambda: fcntl.ioctl(read, 0x5413), lambda: fcntl.fcntl(2**40, 1),
    lambda: fcntl.fcntl(read, 1, b"x" * 2000), lambda: fcntl.flock(99, fcntl.LOCK_EX),
):
    try:
        call()
    except Exception as error:
        print(type(error).__name__, error)
