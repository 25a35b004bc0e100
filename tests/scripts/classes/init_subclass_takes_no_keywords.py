try:
    class C(color="red"):
        pass
except TypeError as error:
    print(error)
