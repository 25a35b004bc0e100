import numbers, timeit, importlib
print(isinstance(5,numbers.Number), isinstance(5,numbers.Integral), isinstance(5.0,numbers.Real), isinstance(5.0,numbers.Rational), isinstance('a',numbers.Number), issubclass(bool,numbers.Integral), issubclass(numbers.Integral,numbers.Complex), isinstance(True,numbers.Real))
print(timeit.timeit('x+1','x=1',number=100)>=0, len(timeit.repeat('pass',number=10,repeat=3)), timeit.timeit(lambda: 1,number=10)>=0, timeit.timeit('y',globals={'y':1},number=1)>=0, timeit.Timer('for i in range(2):\n  i').timeit(2)>=0)
m=importlib.import_module('json'); print(m.dumps([1]), importlib.import_module('collections.abc').__name__, importlib.import_module('.abc','collections').__name__)
for f in (lambda: importlib.import_module('nope'), lambda: importlib.import_module('.x'), lambda: timeit.Timer(5)):
    try: f()
    except Exception as e: print(type(e).__name__, e)
try: numbers.Number(); numbers.Real()
except TypeError as e: print(str(e)[:45])
