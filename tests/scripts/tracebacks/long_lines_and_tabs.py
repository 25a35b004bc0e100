def f():
	return [value.missing for value in [1, 2, 3]
	        if value > 0 and value < 10 and isinstance(value, int)]

f()
