import os
import sys

sys.stdout.flush()
child = os.fork()
if child == 0:
    os._exit(7)
number, status = os.waitpid(child, 0)
print(number == child, os.WIFEXITED(status), os.WEXITSTATUS(status), os.waitstatus_to_exitcode(status))
for status in 256, 9, 0x137F, 0xFFFF:
    try:
        print(os.waitstatus_to_exitcode(status))
    except ValueError as error:
        print(error)
for call in os.wait, lambda: os.wait3(0), lambda: os.waitpid(999999, 0), lambda: os.kill(999999, 0):
    try:
        call()
    except OSError as error:
        print(type(error).__name__, error)
child = os.fork()
if child == 0:
    os.kill(os.getpid(), 9)
found = os.waitid(os.P_PID, child, os.WEXITED)
print(found.si_pid == child, found.si_status, found.si_code == os.CLD_KILLED, len(found))
