import copyreg, pickle


class Thing:
    pass


copyreg.add_extension("__main__", "Thing", 5)
for protocol in range(6):
    data = pickle.dumps([Thing, Thing], protocol)
    print(data, pickle.loads(data) == [Thing, Thing])
copyreg.clear_extension_cache()
print(pickle.loads(b"\x82\x05."))
for call in (lambda: copyreg.add_extension("__main__", "Thing", 6), lambda: copyreg.add_extension("m", "n", 5),
             lambda: copyreg.add_extension("m", "n", 0), lambda: copyreg.remove_extension("m", "n", 5),
             lambda: copyreg.remove_extension("__main__", "Thing", 5), lambda: pickle.loads(b"\x82\x05."),
             lambda: copyreg.pickle(int, 5), lambda: copyreg.constructor(5)):
    try:
        print(call())
    except Exception as error:
        print(type(error).__name__, error)
