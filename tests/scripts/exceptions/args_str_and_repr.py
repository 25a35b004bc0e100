for error in (ValueError(), ValueError("one"), ValueError("one", 2), KeyError("k"), KeyError(), OSError(2, "gone"),
              StopIteration(5), SystemExit(3), Exception(None), Exception(())):
    print(type(error).__name__, error.args, "|", str(error), "|", repr(error))
print(StopIteration(5).value, SystemExit(3).code, OSError(2, "gone").errno, StopIteration().value)
