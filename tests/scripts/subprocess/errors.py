import subprocess
from subprocess import PIPE, Popen, run

calls = """
run(["/nope/x"])
run(["nope-nope"])
run(["/etc/passwd"])
run(["ls"], cwd="/nope")
run(["ls"], preexec_fn=lambda: 1 / 0)
run("ls", stdin=PIPE, input="x")
run("ls", stdout=PIPE, capture_output=True)
run([])
run(["ls\\0"])
run(["ls"], env={"a=": "b"})
run(["ls"], text=True, universal_newlines=False)
Popen(["ls"], bufsize="x")
Popen(["ls"], startupinfo=1)
Popen(["ls"], user=-1)
Popen(["ls"], user=1.5)
Popen(["ls"], group=1.5)
Popen(["ls"], extra_groups="x")
Popen(["ls"], process_group="x")
Popen(["ls"], stdout="x")
subprocess.check_output("ls", stdout=PIPE)
"""
for call in calls.split("\n")[1:-1]:
    try:
        print(call, eval(call))
    except Exception as error:
        print(call, type(error).__name__, error)
