def f():
    try:
        try:
            try:
                return 1
            finally:
                print("inner")
        finally:
            print("middle")
    finally:
        print("outer")

print(f())
