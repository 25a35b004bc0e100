# ouro-only: CPython has more of them
import multiprocessing

print(multiprocessing.get_all_start_methods(), multiprocessing.get_start_method())
for method in "fork", "forkserver":
    try:
        multiprocessing.get_context(method)
    except ValueError as error:
        print(error)
try:
    multiprocessing.set_start_method("fork", force=True)
except ValueError as error:
    print(error)
