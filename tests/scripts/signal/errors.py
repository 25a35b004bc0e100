import signal

calls = """
signal.signal(0, signal.SIG_DFL)
signal.signal(65, signal.SIG_DFL)
signal.signal(9, signal.SIG_IGN)
signal.signal(2, 3)
signal.signal(2, "x")
signal.signal("a", print)
signal.getsignal(0)
signal.getsignal(65)
signal.strsignal(200)
signal.pthread_sigmask(9, [])
signal.pthread_sigmask(signal.SIG_BLOCK, [0])
signal.pthread_sigmask(signal.SIG_BLOCK, [700])
signal.pthread_sigmask(signal.SIG_BLOCK, 5)
signal.pthread_sigmask(signal.SIG_BLOCK, ["a"])
signal.setitimer(7, 1)
signal.setitimer(signal.ITIMER_REAL, -1)
signal.getitimer(9)
signal.siginterrupt(0, True)
signal.siginterrupt(9, True)
signal.set_wakeup_fd(999)
signal.set_wakeup_fd("a")
signal.sigtimedwait([], -1)
signal.sigwait([0])
signal.raise_signal(99)
signal.pidfd_send_signal(99, 0)
signal.Signals(99)
signal.struct_siginfo([1])
"""
for call in calls.split("\n")[1:-1]:
    try:
        print(call, eval(call))
    except BaseException as error:
        print(call, type(error).__name__, error)
