for call in (lambda: {[]: 1}, lambda: {{}}, lambda: {}[[1]], lambda: {}.get({}), lambda: [] in {}, lambda: set([[]]), lambda: {(1, []): 1}):
    try:
        call()
    except TypeError as error:
        print("unhashable" in str(error))
