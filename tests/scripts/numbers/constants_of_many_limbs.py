# since 3.14
# Folded when compiled, or left to raise when they run.
print(10**30 // 7, 2**100 % 1000007, 2**70 & 2**65 - 1, 2**70 | 1, 2**70 ^ 2**69, 2**70 >> 3, 2**70 * 2**70, 2**70 / 3, 2**70 - 2**69, (2**64-1)*(2**64-1)%97)
for f in (lambda: 2**70 // 0, lambda: 2**70 % 0, lambda: 2**70 >> -1, lambda: 2**90 >> 2**90, lambda: 1 >> 2**80, lambda: 2**70 / 0):
    try: print(f())
    except Exception as e: print(type(e).__name__, e)
