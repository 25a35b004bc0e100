def make(n):
    def get(): return n
    def set(value):
        nonlocal n
        n = value
    return get, set

(get1, set1), (get2, set2) = make(1), make(2)
set1(10)
print(get1(), get2())
