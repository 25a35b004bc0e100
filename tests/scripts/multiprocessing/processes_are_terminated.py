import multiprocessing
from multiprocessing.connection import wait

spawn = multiprocessing.get_context("spawn")


def sleep(connection):
    connection.send("ready")
    connection.recv()


if __name__ == "__main__":
    for way in "terminate", "kill":
        ours, theirs = spawn.Pipe()
        process = spawn.Process(target=sleep, args=(theirs,), daemon=True)
        process.start()
        print(ours.recv(), process.is_alive(), wait([process.sentinel], 0))
        process.join(0.01)
        print(process.exitcode, len(multiprocessing.active_children()))
        try:
            process.close()
        except ValueError as error:
            print(error)
        getattr(process, way)()
        process.join()
        print(process.exitcode, wait([process.sentinel]) == [process.sentinel], multiprocessing.active_children())
