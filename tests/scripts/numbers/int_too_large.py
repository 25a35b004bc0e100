# A result that no memory could hold is an error at once.
for make in [lambda: 1 << 10**15, lambda: "x" * 10**15]:
    try:
        make()
    except (MemoryError, OverflowError) as error:
        print("refused")
print(0**(10**30), 1**(10**30), (-1)**(10**30 + 1))
