import threading

lock = threading.RLock()
print(repr(lock).split(" at ")[0])
with lock:
    with lock:
        print(lock._is_owned(), lock._recursion_count())

        def other():
            print(lock.acquire(blocking=False), lock._is_owned(), lock._recursion_count())
            try:
                lock.release()
            except RuntimeError as error:
                print(error)

        thread = threading.Thread(target=other)
        thread.start()
        thread.join()
    print(lock._recursion_count())
try:
    lock.release()
except RuntimeError as error:
    print(error)
state = (lock.acquire(), lock.acquire(), lock._release_save())[-1]
print(state[0], lock._is_owned())
lock._acquire_restore(state)
print(lock._recursion_count())


class Named(type(lock)):
    name = "sub"


print(Named().acquire(), Named().name)
