import signal
import threading


def handler(number, frame):
    print(signal.Signals(number).name, frame is not None, threading.current_thread() is threading.main_thread())


print(signal.signal(signal.SIGUSR1, handler))
print(signal.getsignal(signal.SIGUSR1) is handler)


def work():
    signal.raise_signal(signal.SIGUSR1)


work()
thread = threading.Thread(target=signal.pthread_kill, args=(threading.main_thread().ident, signal.SIGUSR1))
thread.start()
thread.join()


def refused():
    for call in (lambda: signal.signal(signal.SIGUSR1, handler)), (lambda: signal.set_wakeup_fd(-1)):
        try:
            call()
        except ValueError as error:
            print(error)


thread = threading.Thread(target=refused)
thread.start()
thread.join()
print(signal.signal(signal.SIGUSR1, signal.SIG_IGN) is handler)
signal.raise_signal(signal.SIGUSR1)
print(repr(signal.getsignal(signal.SIGUSR1)))
