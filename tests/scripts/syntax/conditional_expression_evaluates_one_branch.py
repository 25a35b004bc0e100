def no():
    raise RuntimeError

print("yes" if True else no())
print(no() if False else "no")
print(1 if 0 else 2 if 0 else 3)
print((lambda: 1 if True else 2)())
