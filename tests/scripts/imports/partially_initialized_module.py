try:
    import _half
except ImportError as error:
    print(str(error).split(" (/")[0].split(" (_")[0])
