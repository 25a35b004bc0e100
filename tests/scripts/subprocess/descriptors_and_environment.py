import os
from subprocess import DEVNULL, PIPE, Popen, run

read, write = os.pipe()
print(run(f"echo passed >&{write}", shell=True, pass_fds=[write]).returncode, os.read(read, 100))
print(run(f"echo passed >&{write}", shell=True, stderr=DEVNULL).returncode)
command = "umask; pwd; echo $NAME"
print(run(command, shell=True, umask=0o77, cwd="/", env={"NAME": "value"}, capture_output=True, text=True).stdout)
print(run(["true"], start_new_session=True).returncode, run(["true"], process_group=0).returncode)
print(run("exit 0", shell=True, preexec_fn=lambda: os.write(write, b"in the child")).returncode, os.read(read, 100))
with open("file", "w+") as file:
    run(["echo", "to a file"], stdout=file)
    file.seek(0)
    print(file.read(), end="")
with Popen(["cat"], stdin=PIPE, stdout=PIPE, text=True, bufsize=1) as process:
    process.stdin.write("line\n")
    print(process.stdout.readline(), end="")
    process.stdin.close()
print(process.returncode, process.args, process)
print(os.popen("echo hi").read(), os.popen("exit 3").close())
with os.popen("cat", "w") as file:
    file.write("written\n")
# Descriptors 0 to 2 in all places of each other.
for ends in (0, 1, 2), (2, 0, 1), (1, 2, 0):
    saved = [os.dup(fd) for fd in range(3)]
    files = [os.open(name, os.O_RDWR | os.O_CREAT) for name in ("in", "out", "err")]
    os.write(files[0], b"input")
    os.lseek(files[0], 0, 0)
    for place, file in zip(ends, files):
        os.dup2(file, place)
    code = run("cat; echo error >&2", shell=True, stdin=ends[0], stdout=ends[1], stderr=ends[2]).returncode
    for fd, kept in enumerate(saved):
        os.dup2(kept, fd)
    print(code, [open(name).read() for name in ("in", "out", "err")])
    for name in "in", "out", "err":
        os.remove(name)
