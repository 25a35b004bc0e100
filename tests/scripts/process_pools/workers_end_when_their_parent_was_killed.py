# ouro-only: in CPython idle workers stay
from concurrent.futures import ProcessPoolExecutor
import os
import signal
import subprocess
import sys

if __name__ == "__main__":
    if len(sys.argv) > 1:
        pool = ProcessPoolExecutor(2)
        print(list(pool.map(abs, range(4))), flush=True)
        os.kill(os.getpid(), signal.SIGKILL)
    # The workers have inherited the output: run() waits until they, too, have ended.
    done = subprocess.run([sys.executable, __file__, "parent"], stdout=subprocess.PIPE, text=True, timeout=50)
    print(done.stdout.strip(), done.returncode)
