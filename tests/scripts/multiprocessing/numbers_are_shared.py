import multiprocessing

spawn = multiprocessing.get_context("spawn")


def work(number, array, name):
    for _ in range(50):
        with number.get_lock():
            number.value += 1
    for index in range(len(array)):
        array[index] *= 2
    name.value = b"done"


if __name__ == "__main__":
    number, array, name = spawn.Value("i", 3), spawn.Array("d", [1.5, 2, 3]), spawn.Array("c", 10)
    processes = [spawn.Process(target=work, args=(number, array, name)) for _ in range(2)]
    for process in processes:
        process.start()
    for process in processes:
        process.join()
    print(number.value, number, name.value)
    array[:] = [1, 2, 3]
    print(array[:], array[-1], len(array), array[::2])
    octet = spawn.RawValue("B", 300)
    print(octet.value, octet, spawn.RawValue("b", 200).value, spawn.RawArray("h", 2)[:])
    try:
        array[3]
    except IndexError as error:
        print(error)
