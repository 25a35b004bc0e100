from concurrent.futures import ProcessPoolExecutor
import multiprocessing

if __name__ == "__main__":
    with ProcessPoolExecutor(1, multiprocessing.get_context("spawn")) as pool:
        futures = [pool.submit(len, "x" * number) for number in range(20)]
        print(futures[-1].cancel(), futures[-1].cancelled())
        pool.shutdown(cancel_futures=True)
    print(all(future.done() for future in futures), futures[-2].cancelled())
