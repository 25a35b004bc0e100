import signal


handled = []


def handler(number, frame):
    handled.append(int(number))
    if number == signal.SIGUSR1:
        raise ValueError("first")


numbers = [signal.SIGUSR1, signal.SIGUSR2, signal.SIGTERM]
for number in numbers:
    signal.signal(number, handler)
signal.pthread_sigmask(signal.SIG_BLOCK, numbers)
for number in reversed(numbers):
    signal.raise_signal(number)
try:
    signal.pthread_sigmask(signal.SIG_UNBLOCK, numbers)
except ValueError as error:
    error_text = str(error)
for _ in range(3):
    pass
print(handled, error_text)
