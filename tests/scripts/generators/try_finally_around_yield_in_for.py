def resource():
    print("open")
    try:
        for i in range(3):
            yield i
    finally:
        print("close")
for x in resource():
    print(x)
print([x for x in resource() if x])
