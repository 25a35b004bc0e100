import _thread
import signal

try:
    _thread.interrupt_main()
    for _ in range(10):
        pass
except KeyboardInterrupt:
    print("interrupted")
signal.signal(signal.SIGINT, lambda number, frame: print("own handler", number))
_thread.interrupt_main()
signal.signal(signal.SIGTERM, lambda number, frame: print("own handler", number))
_thread.interrupt_main(signal.SIGTERM)
_thread.interrupt_main(signal.SIGUSR1)  # which nobody handles
try:
    _thread.interrupt_main(99)
except ValueError as error:
    print(error)
print("end")
