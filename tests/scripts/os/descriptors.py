import os

read, write = os.pipe2(os.O_CLOEXEC | os.O_NONBLOCK)
print(os.get_blocking(read), os.get_inheritable(read))
os.set_blocking(read, True)
os.set_inheritable(read, True)
print(os.get_blocking(read), os.get_inheritable(read))
print(os.writev(write, [b"ab", bytearray(b"cd")]))
buffers = [bytearray(3), bytearray(3)]
print(os.readv(read, buffers), buffers)
fd = os.open("file", os.O_RDWR | os.O_CREAT)
print(os.pwrite(fd, b"0123456789", 5), os.pread(fd, 4, 6), os.pwritev(fd, [b"x", b"y"], 0), os.fstat(fd).st_size)
buffer = bytearray(2)
print(os.preadv(fd, [buffer], 5), buffer)
print(os.lseek(fd, 0, os.SEEK_SET), os.sendfile(write, fd, 5, 4), os.read(read, 9))
other = os.open("other", os.O_RDWR | os.O_CREAT)
print(os.copy_file_range(fd, other, 5, 5, 0), os.pread(other, 9, 0))
os.posix_fallocate(fd, 0, 100)
os.posix_fadvise(fd, 0, 0, os.POSIX_FADV_RANDOM)
os.fdatasync(fd)
os.lockf(fd, os.F_LOCK, 0)
os.lockf(fd, os.F_ULOCK, 0)
os.truncate(fd, 3)
print(os.stat(fd).st_size)
os.closerange(fd, fd + 1)
memory = os.memfd_create("name")
print(os.write(memory, b"octets"), os.pread(memory, 9, 0))
event = os.eventfd(3)
os.eventfd_write(event, 4)
print(os.eventfd_read(event))
for call in (
    lambda: os.get_inheritable(99), lambda: os.set_blocking(99, True), lambda: os.ttyname(fd), lambda: os.pipe2(9999999),
    lambda: os.pread(99, 1, 0), lambda: os.lockf(99, os.F_LOCK, 0), lambda: os.readv(read, ["a"]),
    lambda: os.sendfile(99, 98, 0, 1), lambda: os.fdatasync(99), lambda: os.ttyname(read), lambda: os.tcgetpgrp(99),
):
    try:
        call()
    except (OSError, TypeError) as error:
        print(type(error).__name__, error)
