import _thread
import threading


def attempt(action, *args):
    try:
        print(action(*args))
    except Exception as error:
        print(type(error).__name__, error)


done = _thread.allocate_lock()
done.acquire()


def work(*args, **kwargs):
    print(args, kwargs, _thread.get_ident() != threading.main_thread().ident)
    done.release()


print(type(_thread.start_new_thread(work, (1,), {"a": 2})))
done.acquire()
_thread.start_new_thread(lambda: (done.release(), _thread.exit()), ())
done.acquire()
attempt(_thread.start_new_thread, 5, ())
attempt(_thread.start_new_thread, work, [])
attempt(_thread.start_new_thread, work, (), 5)
print(_thread.error, _thread.LockType is type(done), _thread.TIMEOUT_MAX > 1e9)
attempt(_thread.exit)
