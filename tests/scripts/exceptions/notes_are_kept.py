# since 3.14
error = ValueError("x")
error.add_note("first")
error.add_note("second")
print(error.__notes__, hasattr(ValueError(), "__notes__"))
try:
    error.add_note(5)
except TypeError as problem:
    print(problem)
