# A chain of generators that delegate to each other: values, sent values and exceptions reach the innermost one.
def level(n):
    if n == 0:
        try:
            got = yield "innermost"
            yield ("got", got)
        except ValueError as error:
            yield ("caught", str(error))
        return 0
    return 1 + (yield from level(n - 1))


for depth in 0, 1, 2, 7, 400:
    chain = level(depth)
    print(next(chain), chain.send(depth), end=" ")
    try:
        next(chain)
    except StopIteration as end:
        print(end.value)
    chain = level(depth)
    next(chain)
    print(chain.throw(ValueError("in")))
