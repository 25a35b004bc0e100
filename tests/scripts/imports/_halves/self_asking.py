import _halves.self_asking as module
try:
    module.later
except AttributeError as error:
    print(str(error).partition(" from ")[0], error.name)
raise AttributeError("its own")
