import signal

print(repr(signal.SIGTERM), signal.SIGTERM, f"{signal.SIGTERM}", signal.SIGCLD.name, signal.SIGIOT.name, signal.SIGPOLL.name)
print(list(signal.Handlers), list(signal.Sigmasks))
print([member.name for member in signal.Signals])
print(sorted(signal.valid_signals())[:3], len(signal.valid_signals()), signal.NSIG)
print(signal.strsignal(2), signal.strsignal(50))
print(signal.struct_siginfo(range(7)), signal.ItimerError.__mro__[1])
print(repr(signal.getsignal(signal.SIGPIPE)), repr(signal.getsignal(signal.SIGTERM)), signal.getsignal(32))
print(signal.getsignal(2) is signal.default_int_handler)
