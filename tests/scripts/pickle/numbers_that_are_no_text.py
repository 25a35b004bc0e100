# A number's line with octets that are no text is refused.
import pickle

for data in b"F1\xf4\n.", b"I1\xf4\n.":
    try:
        print(pickle.loads(data))
    except ValueError as error:
        print(type(error).__name__, str(error).isascii())
