import signal


def handler(number, frame):
    print("handler", number)


signal.signal(signal.SIGUSR1, handler)
print(signal.pthread_sigmask(signal.SIG_BLOCK, [signal.SIGUSR1, signal.SIGUSR2]))
signal.raise_signal(signal.SIGUSR1)
print(signal.sigpending())
print(repr(signal.sigwait({signal.SIGUSR1, signal.SIGUSR2})))
signal.raise_signal(signal.SIGUSR2)
info = signal.sigwaitinfo([signal.SIGUSR2])
print(info.si_signo, len(info), info[0])
print(signal.sigtimedwait([signal.SIGUSR2], 0))
signal.raise_signal(signal.SIGUSR1)
print("blocked")
print(signal.pthread_sigmask(signal.SIG_UNBLOCK, [signal.SIGUSR1]))
print(signal.pthread_sigmask(signal.SIG_SETMASK, ()))
