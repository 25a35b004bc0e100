# The shell's `printf ... | grep -i python`.
import subprocess

source = subprocess.Popen(["printf", "a Python\\na cat\\npython\\n"], stdout=subprocess.PIPE)
search = subprocess.Popen(["grep", "-i", "python"], stdin=source.stdout, stdout=subprocess.PIPE, text=True)
source.stdout.close()
print(search.communicate()[0], end="")
print(source.wait(), search.returncode)
