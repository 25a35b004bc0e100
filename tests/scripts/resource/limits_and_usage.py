import resource

usage = resource.getrusage(resource.RUSAGE_SELF)
print(type(usage), len(usage), usage.ru_utime >= 0, usage.ru_maxrss > 0, usage[2] == usage.ru_maxrss)
soft, hard = resource.getrlimit(resource.RLIMIT_NOFILE)
resource.setrlimit(resource.RLIMIT_NOFILE, (100, hard))
print(resource.getrlimit(resource.RLIMIT_NOFILE)[0], resource.prlimit(0, resource.RLIMIT_NOFILE, (soft, hard))[0])
print(resource.getrlimit(resource.RLIMIT_NOFILE) == (soft, hard), resource.RLIM_INFINITY, resource.getpagesize())
print(resource.error is OSError, resource.struct_rusage(range(16)))
for call in (
    lambda: resource.getrlimit(99), lambda: resource.setrlimit(resource.RLIMIT_NOFILE, (1,)),
    lambda: resource.setrlimit(resource.RLIMIT_NOFILE, (20, 10)), lambda: resource.getrusage(99),
    lambda: resource.setrlimit(resource.RLIMIT_NOFILE, 5),
):
    try:
        call()
    except Exception as error:
        print(type(error).__name__, error)
