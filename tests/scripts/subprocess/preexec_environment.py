# What preexec_fn changes is the child's alone, and the program sees it.
import os
import subprocess

command = ["sh", "-c", 'echo "$NAME"; exit 3']
result = subprocess.run(command, preexec_fn=lambda: os.putenv("NAME", "of the child"), stdout=subprocess.PIPE)
print(result.returncode, result.stdout)
print("NAME" in os.environ)
