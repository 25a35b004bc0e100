from multiprocessing import dummy

results = dummy.Queue()
process = dummy.Process(target=results.put, args=("from a thread",))
print(process.exitcode)
process.start()
process.join()
print(results.get(), process.exitcode)
with dummy.Pool(2) as pool:
    print(pool.map(abs, [-1, 2]))
