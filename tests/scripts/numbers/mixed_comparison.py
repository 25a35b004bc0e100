print(1 == 1.0, 2 ** 53 == 2.0 ** 53, 2 ** 53 + 1 == 2.0 ** 53, 2 ** 53 + 1 > 2.0 ** 53, 1 < 1.5 < 2, 10 ** 30 > 1e29, 1 == "1", 1 != "1", None == 0, hash(1) == hash(1.0) == hash(True), {1: "a", 1.0: "b", True: "c"})
for call in (lambda: 1 < "1", lambda: None < 1, lambda: [] < (), lambda: {} < {}):
    try:
        call()
    except TypeError as error:
        print(error)
