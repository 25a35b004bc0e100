import sys

sys.setrecursionlimit(1_000_000)
try:
    exec("import no_module" + ".a" * 100_000)
except (ModuleNotFoundError, RecursionError) as error:
    print("failed")
