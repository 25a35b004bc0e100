# SPDX-License-Identifier: MIT
#
# stat: what the numbers of os.stat mean (Library Reference, stat).

ST_MODE, ST_INO, ST_DEV, ST_NLINK, ST_UID, ST_GID, ST_SIZE, ST_ATIME, ST_MTIME, ST_CTIME = range(10)
S_IFDIR = 0o040000
S_IFCHR = 0o020000
S_IFBLK = 0o060000
S_IFREG = 0o100000
S_IFIFO = 0o010000
S_IFLNK = 0o120000
S_IFSOCK = 0o140000
S_ISUID, S_ISGID, S_ISVTX = 0o4000, 0o2000, 0o1000
S_IRWXU, S_IRUSR, S_IWUSR, S_IXUSR = 0o0700, 0o0400, 0o0200, 0o0100
S_IRWXG, S_IRGRP, S_IWGRP, S_IXGRP = 0o0070, 0o0040, 0o0020, 0o0010
S_IRWXO, S_IROTH, S_IWOTH, S_IXOTH = 0o0007, 0o0004, 0o0002, 0o0001


def S_IMODE(mode):
    return mode & 0o7777


def S_IFMT(mode):
    return mode & 0o170000


def _tester(kind):
    def test(mode):
        return S_IFMT(mode) == kind

    return test


S_ISDIR, S_ISCHR, S_ISBLK, S_ISREG = map(_tester, (S_IFDIR, S_IFCHR, S_IFBLK, S_IFREG))
S_ISFIFO, S_ISLNK, S_ISSOCK = map(_tester, (S_IFIFO, S_IFLNK, S_IFSOCK))


def filemode(mode):
    """The mode as `ls -l` shows it."""
    kinds = {S_IFLNK: "l", S_IFSOCK: "s", S_IFREG: "-", S_IFBLK: "b", S_IFDIR: "d", S_IFCHR: "c", S_IFIFO: "p"}
    text = kinds.get(S_IFMT(mode), "?")
    for shift, special, letter in ((6, S_ISUID, "s"), (3, S_ISGID, "s"), (0, S_ISVTX, "t")):
        bits = mode >> shift & 7
        text += ("r" if bits & 4 else "-") + ("w" if bits & 2 else "-")
        if mode & special:
            text += letter if bits & 1 else letter.upper()
        else:
            text += "x" if bits & 1 else "-"
    return text

# Kinds of files that Linux has not.
S_IFDOOR = S_IFPORT = S_IFWHT = 0


def S_ISDOOR(mode):
    """Is it a door? None is."""
    return False


def S_ISPORT(mode):
    """Is it an event port? None is."""
    return False


def S_ISWHT(mode):
    """Is it a whiteout? None is."""
    return False
