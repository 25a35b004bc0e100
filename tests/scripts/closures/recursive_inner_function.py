def outer(n):
    def factorial(k):
        return 1 if k < 2 else k * factorial(k - 1)
    return factorial(n)

print(outer(10))
