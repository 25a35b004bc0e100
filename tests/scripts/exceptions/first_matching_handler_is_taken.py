for error in (KeyError("k"), IndexError("i"), ZeroDivisionError("z"), OSError("o")):
    try:
        raise error
    except (KeyError, IndexError) as caught:
        print("lookup", type(caught).__name__)
    except ArithmeticError:
        print("arithmetic")
    except Exception:
        print("other")
