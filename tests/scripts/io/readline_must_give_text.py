import io


class Odd(io.StringIO):
    def readline(self):
        return 5


try:
    list(Odd("x"))
except OSError as error:
    print(error)
