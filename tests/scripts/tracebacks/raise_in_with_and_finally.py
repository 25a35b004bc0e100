class M:
    def __enter__(self): pass
    def __exit__(self, *e): raise OSError("in exit")

def f():
    try:
        with M():
            raise ValueError("in body")
    finally:
        print("finally")

f()
