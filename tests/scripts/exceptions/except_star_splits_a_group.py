try:
    raise ExceptionGroup("g", [ValueError(1), TypeError(2), ValueError(3), KeyError(4)])
except* ValueError as group:
    print("values", group.exceptions)
except* (TypeError, KeyError) as group:
    print("others", group.exceptions)
else:
    print("no")
finally:
    print("finally")
