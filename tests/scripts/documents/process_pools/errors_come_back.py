from concurrent.futures import ProcessPoolExecutor

def failing(word):
    raise ValueError(word)

if __name__ == "__main__":
    with ProcessPoolExecutor(1) as pool:
        future = pool.submit(failing, "from the process")
        print(repr(future.exception()))
