# string.Template whose pattern lacks groups.
import string


class OnlyNamed(string.Template):
    pattern = "(?P<named>x)"


for method in ("substitute", "safe_substitute", "get_identifiers", "is_valid"):
    try:
        print(method, getattr(OnlyNamed("x"), method)())
    except Exception as error:
        print(method, type(error).__name__, error)
