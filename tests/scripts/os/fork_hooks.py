import os


def fail():
    raise ValueError


for name in "first", "second":
    os.register_at_fork(
        before=lambda name=name: print("before", name),
        after_in_parent=lambda name=name: print("parent", name),
        after_in_child=lambda name=name: os.write(1, f"child {name}\n".encode()),
    )
read, write = os.pipe()
print("begin", flush=True)
child = os.fork()
if child == 0:
    os._exit(0)
os.waitpid(child, 0)
for arguments in {}, {"before": 1}:
    try:
        os.register_at_fork(**arguments)
    except TypeError as error:
        print(error)
