def run(fail):
    try:
        print("try")
        if fail:
            raise ValueError("bad")
    except ValueError as error:
        print("except", error)
    else:
        print("else")
    finally:
        print("finally")

run(False)
run(True)
