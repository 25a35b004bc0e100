x = "global"
def f():
    try:
        print(x)
    except UnboundLocalError as error:
        print(error)
    x = "local"
    print(x)
    del x
    try:
        x
    except UnboundLocalError as error:
        print(error)
f()
print(x)
