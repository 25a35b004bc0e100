def naturals():
    n = 0
    while True:
        yield n
        n += 1

def take(n, source):
    for _, value in zip(range(n), source):
        yield value

print(list(take(5, (n * n for n in naturals() if n % 2))))
for n in naturals():
    if n > 3:
        break
print(n)
