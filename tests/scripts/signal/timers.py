import signal

count = 0


def handler(number, frame):
    global count
    count += 1


signal.signal(signal.SIGALRM, handler)
print(signal.setitimer(signal.ITIMER_REAL, 0.01, 0.01), signal.getitimer(signal.ITIMER_REAL)[1])
while count < 3:
    signal.pause()
print(signal.setitimer(signal.ITIMER_REAL, 0)[1])
print(signal.getitimer(signal.ITIMER_REAL))
print(signal.alarm(100), signal.alarm(0) > 90)
