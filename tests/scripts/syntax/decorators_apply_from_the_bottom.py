def mark(text):
    def decorate(function):
        print("decorating with", text)
        def wrapper(*args):
            return f"{text}({function(*args)})"
        return wrapper
    return decorate

@mark("outer")
@mark("inner")
def add(a, b):
    return a + b

print(add(1, 2))
table = [mark("indexed")]
@table[0]
def f(): return "f"
print(f())
@lambda function: 42
def answer(): pass
print(answer)
