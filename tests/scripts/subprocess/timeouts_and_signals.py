import signal
import subprocess
import threading
from subprocess import PIPE, Popen

end = threading.Event()
threading.Thread(target=end.wait).start()  # beside which virtual time goes by
process = Popen(["sleep", "60"])
for wait in process.wait, process.communicate:
    try:
        wait(timeout=0.02)
    except subprocess.TimeoutExpired as error:
        print(error.cmd, str(error).startswith("Command '['sleep', '60']' timed out after 0.0"))
print(process.poll())
process.terminate()
print(process.wait(), process.poll(), process.send_signal(9))
process = Popen("echo partial; exec sleep 60", shell=True, stdout=PIPE, stderr=PIPE)
try:
    process.communicate(timeout=0.3)
except subprocess.TimeoutExpired as error:
    print(error.output, error.stderr)
process.kill()
print(process.communicate(), process.returncode)
signal.signal(signal.SIGALRM, lambda *args: print("handled"))
signal.setitimer(signal.ITIMER_REAL, 0.05)
print(subprocess.run(["sleep", "0.1"]).returncode)
end.set()
