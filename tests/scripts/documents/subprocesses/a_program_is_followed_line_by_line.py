import os
import subprocess
import tempfile

os.chdir(tempfile.mkdtemp())

with open("log.txt", "w") as log:
    log.write("one\nPython two\nthree\npython four\n")
with subprocess.Popen(["tail", "-n", "+1", "log.txt"], stdout=subprocess.PIPE, text=True) as process:
    for line in process.stdout:
        if "python" in line.lower():
            print(line, end="")
print(process.returncode)
