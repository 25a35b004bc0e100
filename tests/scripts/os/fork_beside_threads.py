# The child has one thread, which is its main thread; the others' work and locks do not hold it up.
import os
import sys
import threading
import warnings

warnings.simplefilter("ignore")
end = threading.Event()
threads = [threading.Thread(target=end.wait) for _ in range(3)]
for thread in threads:
    thread.start()


def fork():
    sys.stdout.flush()
    child = os.fork()
    if child == 0:
        thread = threading.Thread(target=print, args=("in a thread of the child",))
        thread.start()
        thread.join()
        print(threading.active_count(), threading.current_thread() is threading.main_thread())
        print([other.is_alive() for other in threads])
        sys.stdout.flush()
        os._exit(3)
    print(os.waitstatus_to_exitcode(os.waitpid(child, 0)[1]))


fork()
other = threading.Thread(target=fork)
other.start()
other.join()
end.set()
