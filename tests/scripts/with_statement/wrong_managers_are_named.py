class A: pass
class B:
    def __enter__(self): pass
for manager in (A(), B(), 5):
    try:
        with manager: pass
    except TypeError as error:
        print("object does not support the context manager protocol" in str(error))
