# What fails leaves no descriptor and no child behind.
import os
import resource
import subprocess

limit = resource.getrlimit(resource.RLIMIT_NOFILE)
before = os.listdir("/proc/self/fd")
for soft in range(3, 20):
    resource.setrlimit(resource.RLIMIT_NOFILE, (soft, limit[1]))
    try:
        subprocess.run(["true"], stdin=subprocess.PIPE, capture_output=True)
    except OSError as error:
        assert error.errno == 24, error
resource.setrlimit(resource.RLIMIT_NOFILE, limit)
print(len(os.listdir("/proc/self/fd")) == len(before))
try:
    os.wait()
except ChildProcessError as error:
    print(error)
