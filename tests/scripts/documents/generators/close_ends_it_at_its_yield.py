def guard():
    try:
        while True:
            yield "watching"
    finally:
        print("lights out")

night = guard()
print(next(night))
night.close()
night.close()
print(next(night, "nobody"))
