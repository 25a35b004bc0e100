import signal


class Stop(Exception):
    pass


def handler(number, frame):
    raise Stop


signal.signal(signal.SIGUSR1, handler)
for attempt in "plain", "finally", "generator", "comprehension":
    try:
        if attempt == "plain":
            signal.raise_signal(signal.SIGUSR1)
        elif attempt == "finally":
            try:
                signal.raise_signal(signal.SIGUSR1)
            finally:
                print("finally runs")
        elif attempt == "generator":
            list(signal.raise_signal(signal.SIGUSR1) for _ in range(3))
        else:
            [signal.raise_signal(signal.SIGUSR1) for _ in range(3)]
    except Stop as error:
        print(attempt, type(error).__name__)
