def make():
    value = 1
    def read():
        return value
    value = 2
    return read

print(make()())
