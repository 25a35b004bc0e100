class A:
    def __enter__(self): return self
    def __exit__(self, *exc): return False
    def __reversed__(self): return iter("cba")
    def __length_hint__(self): return 3
print(list(reversed(A())))
