import re
import threading


def shown(value):
    return re.sub(r"\d{4,}", "N", repr(value))


def target():
    me = threading.current_thread()
    print(shown(me), me.name, me.daemon, me.is_alive(), me.ident == threading.get_ident())
    print(me.native_id == threading.get_native_id(), me in threading.enumerate())


for thread in (threading.Thread(target=target, name="one"), threading.Thread(target=target, daemon=True)):
    print(shown(thread), thread.ident, thread.native_id, thread.is_alive())
    thread.start()
    thread.join()
    print(shown(thread), thread.is_alive(), type(thread.ident))
print(shown(threading.main_thread()), threading.main_thread() is threading.current_thread())
thread.name = 5
print(thread.name, shown(threading.enumerate()))
