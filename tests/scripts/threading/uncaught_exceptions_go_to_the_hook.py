import sys
import threading


def fail(error):
    raise error


def run(target, *args, name="worker"):
    thread = threading.Thread(target=target, args=args, name=name)
    thread.start()
    thread.join()


def hook(arguments):
    print(arguments.exc_type.__name__, arguments.exc_value, arguments.thread.name, arguments.exc_traceback is not None)
    print(len(arguments), type(arguments).__name__)


threading.excepthook = hook
run(fail, ValueError("hooked"))
run(fail, SystemExit(3))
threading.excepthook = threading.__excepthook__
run(sys.exit, 5)
try:
    threading.excepthook(5)
except TypeError as error:
    print(error)
try:
    threading.ExceptHookArgs((1, 2))
except TypeError as error:
    print(error)
