import concurrent.futures as futures
import re


def shown(future):
    return re.sub("0x[0-9a-f]+", "0x", repr(future))


def attempt(action, *args, **kwargs):
    try:
        print(action(*args, **kwargs))
    except Exception as error:
        print(type(error).__name__, re.sub("0x[0-9a-f]+", "0x", str(error)))


future = futures.Future()
print(shown(future), future.done(), future.running(), future.cancelled())
attempt(future.result, timeout=0.001)
print(future.set_running_or_notify_cancel(), shown(future), future.cancel())
future.add_done_callback(lambda future: print("called back", future.result()))
future.set_result("value")
print(shown(future), future.result(), future.exception(), future.done())
attempt(future.set_result, 5)
future.add_done_callback(lambda future: print("at once"))
failed = futures.Future()
failed.set_exception(KeyError("key"))
print(shown(failed), repr(failed.exception()))
attempt(failed.result)
cancelled = futures.Future()
cancelled.add_done_callback(lambda future: print("cancelled", future.cancelled()))
print(cancelled.cancel(), cancelled.cancel(), shown(cancelled), cancelled.set_running_or_notify_cancel())
attempt(cancelled.result)
attempt(cancelled.exception)
attempt(cancelled.set_exception, ValueError())
print(futures.TimeoutError is TimeoutError, futures.CancelledError.__mro__[1:3])
