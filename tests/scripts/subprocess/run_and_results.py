import subprocess
from subprocess import PIPE, STDOUT, run

print(run(["echo", "text"], capture_output=True, text=True))
print(run("echo err >&2; exit 3", shell=True, capture_output=True))
print(run("echo out; echo err >&2", shell=True, stdout=PIPE, stderr=STDOUT).stdout)
print(run(["cat"], input="lines\n" * 100000, capture_output=True, text=True).stdout.count("lines"))
print(run(["cat"], input=b"lines\n" * 100000, stdout=PIPE).stdout.count(b"lines"))
print(subprocess.call(["false"]), subprocess.check_call(["true"]), subprocess.check_output(["echo", "x"]))
print(subprocess.getstatusoutput("echo a; echo b; exit 2"), subprocess.getoutput("echo x"))
print(run(["printf", r"a\r\nb\rc\n"], stdout=PIPE, text=True).stdout.encode())
for call in (
    lambda: subprocess.check_call("kill -9 $$", shell=True), lambda: subprocess.check_output("echo x; exit 2", shell=True),
    lambda: run("exit 5", shell=True).check_returncode(), lambda: run("kill -64 $$", shell=True, check=True),
):
    try:
        call()
    except subprocess.CalledProcessError as error:
        print(error, error.returncode, error.stdout, error.stderr)
