import os

environment = {"PATH": os.environ["PATH"], "NAME": "value"}
print(os.spawnv(os.P_WAIT, "/bin/sh", ["sh", "-c", "exit 3"]), os.spawnlp(os.P_WAIT, "sh", "sh", "-c", "kill -9 $$"))
print(os.spawnvpe(os.P_WAIT, "sh", ["sh", "-c", 'test "$NAME" = value'], environment))
child = os.posix_spawn("/bin/sh", ["sh", "-c", "exit 0"], environment, file_actions=[])
print(os.waitpid(child, 0)[1])
read, write = os.pipe()
actions = [(os.POSIX_SPAWN_DUP2, write, 1), (os.POSIX_SPAWN_CLOSE, 0)]
child = os.posix_spawnp("echo", ("echo", "words"), None, file_actions=actions)
os.close(write)
print(os.read(read, 100), os.waitpid(child, 0)[1])
print(os.system("exit 4"), os.waitstatus_to_exitcode(os.system("kill -15 $$")))
calls = """
os.execv("", ["a"])
os.execv("/x", [])
os.execv("/x", [""])
os.execve("/nope", ["a"], {"a": 1})
os.execve("/nope", "a", {})
os.execve("/nope", ["a"], {"a=b": "c"})
os.execvp("nope-nope", ["a"])
os.posix_spawn("/nope", ["a"], {})
os.posix_spawn("/nope", (), {})
os.posix_spawn("/nope", ("",), {})
os.posix_spawn("/nope", ["a"], {}, file_actions=[1])
os.spawnv(os.P_WAIT, "/bin/true", [])
"""
for call in calls.split("\n")[1:-1]:
    try:
        print(call, eval(call))
    except Exception as error:
        print(call, type(error).__name__, error)
