assert True, 1 / 0
try:
    assert 1 == 2
except AssertionError as error:
    print(repr(error))
try:
    assert [], "empty"
except AssertionError as error:
    print(repr(error))
try:
    assert 0, (1, 2)
except AssertionError as error:
    print(error.args)
