import io


f = io.StringIO()


class Writes:
    def __str__(self):
        f.close()
        return "text"


f = io.StringIO()
try:
    print("before", Writes(), file=f)
except ValueError as error:
    print(error)
for wrong in (io.BytesIO(), 5):
    try:
        print("x", file=wrong)
    except (TypeError, AttributeError) as error:
        print(type(error).__name__, error)
