# SPDX-License-Identifier: MIT
#
# os: files, folders, the environment and processes (Library Reference, os). What starts processes is _processes.py,
# what asks about files and the system _metadata.py; what is native is named by topic (_posix_descriptors, ...).
import _posix
import _posix_descriptors
import posixpath as path
import sys
from _types import mark_final_native as _mark_final_native
from _posix import (
    O_APPEND, O_CLOEXEC, O_CREAT, O_DIRECTORY, O_EXCL, O_NOFOLLOW, O_NONBLOCK, O_RDONLY, O_RDWR, O_SYNC, O_TRUNC,
    O_WRONLY,
    _exit, close, cpu_count, dup, dup2, fsync, getcwd, getpid, getppid, isatty, lseek, pipe, read, strerror, umask,
    urandom,
)
from _posix_descriptors import (
    EFD_CLOEXEC, EFD_NONBLOCK, EFD_SEMAPHORE, F_LOCK, F_TEST, F_TLOCK, F_ULOCK, MFD_ALLOW_SEALING, MFD_CLOEXEC,
    MFD_HUGETLB, O_ACCMODE, O_ASYNC, O_DIRECT, O_DSYNC, O_FSYNC, O_LARGEFILE, O_NDELAY, O_NOATIME, O_NOCTTY, O_PATH,
    O_RSYNC, O_TMPFILE, POSIX_FADV_DONTNEED, POSIX_FADV_NOREUSE, POSIX_FADV_NORMAL, POSIX_FADV_RANDOM,
    POSIX_FADV_SEQUENTIAL, POSIX_FADV_WILLNEED, RWF_APPEND, RWF_DSYNC, RWF_HIPRI, RWF_NOWAIT, RWF_SYNC, SEEK_DATA,
    SEEK_HOLE, SPLICE_F_MORE, SPLICE_F_MOVE, SPLICE_F_NONBLOCK,
    closerange, copy_file_range, eventfd, eventfd_read, eventfd_write, fdatasync, get_blocking, get_inheritable, lockf,
    login_tty, memfd_create, openpty, pipe2, posix_fadvise, posix_fallocate, pread, preadv, pwrite, pwritev, sendfile,
    set_blocking, set_inheritable, splice, tcgetpgrp, tcsetpgrp, ttyname,
)
from _posix_identity import (
    PRIO_PGRP, PRIO_PROCESS, PRIO_USER, SCHED_BATCH, SCHED_FIFO, SCHED_IDLE, SCHED_OTHER, SCHED_RESET_ON_FORK,
    SCHED_RR,
    getegid, geteuid, getgid, getgrouplist, getgroups, getpgid, getpgrp, getpriority, getresgid, getresuid, getsid,
    getuid, initgroups, nice, sched_get_priority_max, sched_get_priority_min, sched_getaffinity, sched_getscheduler,
    sched_rr_get_interval, sched_setaffinity, sched_yield, setegid, seteuid, setgid, setgroups, setpgid, setpgrp,
    setpriority, setregid, setresgid, setresuid, setreuid, setsid, setuid,
)
from _posix_metadata import (
    ST_APPEND, ST_MANDLOCK, ST_NOATIME, ST_NODEV, ST_NODIRATIME, ST_NOEXEC, ST_NOSUID, ST_RDONLY, ST_RELATIME,
    ST_SYNCHRONOUS, ST_WRITE, XATTR_CREATE, XATTR_REPLACE, XATTR_SIZE_MAX,
    fchdir, fchmod, fchown, major, makedev, minor, sync,
)
from _posix_processes import (
    CLD_CONTINUED, CLD_DUMPED, CLD_EXITED, CLD_KILLED, CLD_STOPPED, CLD_TRAPPED, P_ALL, P_PGID, P_PID, P_PIDFD,
    POSIX_SPAWN_CLOSE, POSIX_SPAWN_CLOSEFROM, POSIX_SPAWN_DUP2, POSIX_SPAWN_OPEN, WCONTINUED, WEXITED, WNOHANG,
    WNOWAIT, WSTOPPED, WUNTRACED,
    WCOREDUMP, WEXITSTATUS, WIFCONTINUED, WIFEXITED, WIFSIGNALED, WIFSTOPPED, WSTOPSIG, WTERMSIG,
    abort, kill, killpg, pidfd_open, waitpid, waitstatus_to_exitcode,
)
from _posix_system import (
    GRND_NONBLOCK, GRND_RANDOM, RTLD_DEEPBIND, RTLD_GLOBAL, RTLD_LAZY, RTLD_LOCAL, RTLD_NODELETE, RTLD_NOLOAD, RTLD_NOW,
    confstr_names, ctermid, getloadavg, getlogin, getrandom, pathconf_names, sysconf_names,
)
from _metadata import (
    chown, chroot, confstr, device_encoding, environb, fpathconf, fstatvfs, getenvb, getxattr, lchown, listxattr,
    mkfifo, mknod, pathconf, removexattr, setxattr, statvfs, statvfs_result, sysconf, times, times_result, uname,
    uname_result,
)
from _processes import (
    P_NOWAIT, P_NOWAITO, P_WAIT, _forked, execl, execle, execlp, execlpe, execv, execve, execvp, execvpe, fork,
    forkpty, get_exec_path, popen, posix_spawn, posix_spawnp, register_at_fork, sched_getparam, sched_param,
    sched_setparam, sched_setscheduler, spawnl, spawnle, spawnlp, spawnlpe, spawnv, spawnve, spawnvp, spawnvpe, system,
    wait, wait3, wait4, waitid, waitid_result,
)
from _system import (
    PathLike, _Environ, _path, environ, fsdecode, fsencode, fspath, fstat, lstat, putenv, readlink, stat, stat_result,
    unsetenv,
)

name = "posix"
linesep = "\n"
curdir, pardir, sep, pathsep, extsep, altsep = ".", "..", "/", ":", ".", None
defpath, devnull = "/bin:/usr/bin", "/dev/null"
F_OK, R_OK, W_OK, X_OK = 0, 4, 2, 1
SEEK_SET, SEEK_CUR, SEEK_END = 0, 1, 2
error = OSError
supports_bytes_environ = True
NGROUPS_MAX, TMP_MAX = 65536, 238328
EX_OK, EX_USAGE, EX_DATAERR, EX_NOINPUT, EX_NOUSER, EX_NOHOST, EX_UNAVAILABLE, EX_SOFTWARE = 0, *range(64, 71)
EX_OSERR, EX_OSFILE, EX_CANTCREAT, EX_IOERR, EX_TEMPFAIL, EX_PROTOCOL, EX_NOPERM, EX_CONFIG = range(71, 79)


def process_cpu_count():
    """How many processors this process may use."""
    return len(sched_getaffinity(0))


def getcwdb():
    """The working directory as bytes."""
    return fsencode(getcwd())


# --- Files and folders ---


def listdir(path=None):
    """The names in a folder."""
    return _posix.listdir("." if path is None else _path(path, "listdir"))


@_mark_final_native
class DirEntry:
    """What os.scandir finds."""

    __module__ = "posix"

    def __init__(self, folder, name):
        self.name = name
        self.path = name if folder is None else f"{folder}{'' if folder.endswith('/') else '/'}{name}"

    def stat(self, *, follow_symlinks=True):
        return stat(self.path, follow_symlinks=follow_symlinks)

    def inode(self):
        return lstat(self.path).st_ino

    def _is(self, kind, follow_symlinks):
        try:
            return self.stat(follow_symlinks=follow_symlinks).st_mode & 0o170000 == kind
        except FileNotFoundError:
            return False

    def is_dir(self, *, follow_symlinks=True):
        return self._is(0o040000, follow_symlinks)

    def is_file(self, *, follow_symlinks=True):
        return self._is(0o100000, follow_symlinks)

    def is_symlink(self):
        return self._is(0o120000, False)

    def is_junction(self):
        return False

    def __fspath__(self):
        return self.path

    def __repr__(self):
        return f"<DirEntry {self.name!r}>"


@_mark_final_native
class _ScandirIterator:
    __module__, __qualname__ = "posix", "ScandirIterator"

    def __init__(self, folder):
        self._entries = (DirEntry(folder, name) for name in listdir(folder))

    def __iter__(self):
        return self

    def __next__(self):
        return next(self._entries)

    def close(self):
        self._entries.close()

    def __enter__(self):
        return self

    def __exit__(self, *args):
        self.close()


def scandir(path=None):
    """The entries of a folder, with what is known of them."""
    return _ScandirIterator("." if path is None else _path(path, "scandir"))


def open(path, flags, mode=0o777, *, dir_fd=None):
    """Open a file; its descriptor."""
    return _posix.open(_path(path, "open"), flags, mode)


def write(fd, data, /):
    """Write bytes to a descriptor; how many were written."""
    if isinstance(data, str):
        raise TypeError("a bytes-like object is required, not 'str'")
    return _posix.write(fd, bytes(data))


def readv(fd, buffers, /):
    """Read into several buffers, one after another; how many bytes were read."""
    return preadv(fd, buffers, -1)


def writev(fd, buffers, /):
    """Write several buffers, one after another; how many bytes were written."""
    return pwritev(fd, buffers, -1)


def fdopen(fd, mode="r", buffering=-1, encoding=None, *args, **kwargs):
    """A file object for a descriptor."""
    if not isinstance(fd, int):
        raise TypeError(f"invalid fd type ({type(fd)}, expected integer)")
    import io

    return io.open(fd, mode, buffering, encoding, *args, **kwargs)


def mkdir(path, mode=0o777, *, dir_fd=None):
    """Make a folder."""
    _posix.mkdir(_path(path, "mkdir"), mode)


def makedirs(name, mode=0o777, exist_ok=False):
    """Make a folder and those above it."""
    head, tail = _os_path().split(name)
    if not tail:
        head, tail = _os_path().split(head)
    if head and tail and not _os_path().exists(head):
        try:
            makedirs(head, exist_ok=exist_ok)
        except FileExistsError:
            pass
        if tail == ".":
            return
    try:
        mkdir(name, mode)
    except OSError:
        if not exist_ok or not _os_path().isdir(name):
            raise


def rmdir(path, *, dir_fd=None):
    """Remove an empty folder."""
    _posix.rmdir(_path(path, "rmdir"))


def removedirs(name):
    """Remove an empty folder and those above it that become empty."""
    rmdir(name)
    head, tail = _os_path().split(name)
    while head and tail:
        try:
            rmdir(head)
        except OSError:
            break
        head, tail = _os_path().split(head)


def remove(path, *, dir_fd=None):
    """Remove a file."""
    _posix.unlink(_path(path, "remove"))


unlink = remove


def rename(src, dst, *, src_dir_fd=None, dst_dir_fd=None):
    """Give a file another name."""
    _posix.rename(_path(src, "rename"), _path(dst, "rename"))


replace = rename


def renames(old, new):
    """The same, making the folders that are missing and removing those that become empty."""
    head, tail = _os_path().split(new)
    if head and tail and not _os_path().exists(head):
        makedirs(head)
    rename(old, new)
    head, tail = _os_path().split(old)
    if head and tail:
        try:
            removedirs(head)
        except OSError:
            pass


def link(src, dst, **options):
    _posix.link(_path(src, "link"), _path(dst, "link"))


def symlink(src, dst, target_is_directory=False, *, dir_fd=None):
    _posix.symlink(_path(src, "symlink"), _path(dst, "symlink"))


def chmod(path, mode, *, dir_fd=None, follow_symlinks=True):
    if isinstance(path, int):
        return fchmod(path, mode)
    _posix.chmod(_path(path, "chmod"), mode)


def access(path, mode, **options):
    return _posix.access(_path(path, "access"), mode)


def utime(path, times=None, *, ns=None, dir_fd=None, follow_symlinks=True):
    """Set the times of a file."""
    if times is not None and ns is not None:
        raise ValueError("utime: you may specify either 'times' or 'ns' but not both")
    if ns is None:
        import time

        ns = (time.time_ns(),) * 2 if times is None else tuple(int(t * 10**9) for t in times)
    _posix.utime(_path(path, "utime"), *ns)


def chdir(path):
    """Change the working folder."""
    if isinstance(path, int):
        return fchdir(path)
    _posix.chdir(_path(path, "chdir"))


def truncate(path, length):
    if not isinstance(path, int):
        fd = open(path, O_WRONLY)
        try:
            return _posix.ftruncate(fd, length)
        finally:
            close(fd)
    _posix.ftruncate(path, length)


ftruncate = truncate


def walk(top, topdown=True, onerror=None, followlinks=False):
    """Yields (folder, names of folders, names of files) for a folder and all below it."""
    top = fspath(top)
    try:
        entries = sorted_entries = list(scandir(top))
    except OSError as error:
        if onerror is not None:
            onerror(error)
        return
    folders = [entry.name for entry in entries if entry.is_dir()]
    files = [entry.name for entry in sorted_entries if not entry.is_dir()]
    if topdown:
        yield top, folders, files
    for folder in folders:
        path = _os_path().join(top, folder)
        if followlinks or not _os_path().islink(path):
            yield from walk(path, topdown, onerror, followlinks)
    if not topdown:
        yield top, folders, files


# --- The environment and the process ---


def getenv(key, default=None):
    """The value of an environment variable, or the default."""
    return environ.get(key, default)


@_mark_final_native
class terminal_size(tuple):
    """The size of a terminal."""

    __slots__ = ()

    columns = property(lambda self: self[0])
    lines = property(lambda self: self[1])

    def __repr__(self):
        return f"os.terminal_size(columns={self[0]}, lines={self[1]})"


def get_terminal_size(fd=1, /):
    return terminal_size(_posix.terminal_size(fd))


# What takes a dir_fd, a descriptor for a path, or follow_symlinks=False.
supports_dir_fd = {chown, mkfifo, mknod}
supports_fd = {chdir, chmod, chown, execve, listxattr, pathconf, stat, statvfs, truncate}
supports_follow_symlinks = {chown, stat}
supports_effective_ids = set()


def _os_path():
    return sys.modules["os.path"]


sys.modules["os.path"] = path
