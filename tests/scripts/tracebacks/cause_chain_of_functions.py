def low(): raise OSError(5, "low")
def middle():
    try: low()
    except OSError as error: raise ValueError("middle") from error
def high():
    try: middle()
    except ValueError as error: raise RuntimeError("high") from error
high()
