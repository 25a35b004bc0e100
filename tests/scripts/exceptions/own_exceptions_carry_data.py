class AppError(Exception):
    """Base."""
class NotFound(AppError):
    def __init__(self, key, *, hint=None):
        super().__init__(f"no {key}")
        self.key = key
        self.hint = hint
    def __str__(self):
        return super().__str__() + (f" ({self.hint})" if self.hint else "")

try:
    raise NotFound("x", hint="try y")
except AppError as error:
    print(error, error.key, error.args, repr(error))
print(issubclass(NotFound, Exception), NotFound.__mro__[1].__name__)
