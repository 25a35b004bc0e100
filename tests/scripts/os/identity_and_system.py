import os

print(os.getresuid() == (os.getuid(),) * 3, os.getresgid() == (os.getgid(),) * 3, os.getpgid(0) == os.getpgrp())
print(os.sched_getparam(0), os.sched_param(3), os.sched_getscheduler(0) == os.SCHED_OTHER)
print(os.sched_getaffinity(0) <= set(range(os.cpu_count())), os.process_cpu_count() == len(os.sched_getaffinity(0)))
print(os.uname().sysname, os.uname()[0], len(os.times()), len(os.getloadavg()), os.ctermid())
print(os.confstr("CS_PATH"), os.sysconf("SC_PAGE_SIZE"), os.pathconf("/", "PC_NAME_MAX"), os.sysconf_names["SC_ARG_MAX"])
print(os.statvfs("/").f_bsize, len(os.statvfs("/")), os.statvfs(0 if False else "/").f_namemax)
print(os.major(0x801), os.minor(0x801), os.makedev(8, 1), os.getpriority(os.PRIO_PROCESS, 0) == os.nice(0))
os.environ["NAME"] = "value"
print(os.environb[b"NAME"], os.getenvb(b"NAME"), os.supports_bytes_environ)
os.environb[b"NAME"] = b"other"
print(os.environ["NAME"], os.system('test "$NAME" = other'))
for call in (
    lambda: os.sysconf("x"), lambda: os.sysconf([]), lambda: os.getpriority(9, 0), lambda: os.getsid(999999),
    lambda: os.chown("/nope", 1, 1), lambda: os.mkfifo("/nope/x"), lambda: os.getxattr("/nope", "user.x"),
    lambda: os.getrandom(-1), lambda: os.pidfd_open(999999), lambda: os.sched_setaffinity(0, [-1]),
):
    try:
        call()
    except (OSError, ValueError, TypeError) as error:
        print(type(error).__name__, error)
