import threading

called = []
timer = threading.Timer(0.001, called.append, ["late"])
timer.start()
timer.join()
never = threading.Timer(60, called.append, ["never"])
never.start()
never.cancel()
never.join()
print(called, timer.finished.is_set(), never.is_alive())
with_names = threading.Timer(0, lambda *args, **kwargs: called.append((args, kwargs)), kwargs={"a": 1})
with_names.start()
with_names.join()
print(called[-1])
