print(format(5), format(5, "03"), format("x", ">3"), format([1]), format(None), format(1.5, ".3f"))
for value in ([1], None, object):
    try:
        format(value, "5")
    except TypeError as error:
        print(error)
