import logging
import multiprocessing

spawn = multiprocessing.get_context("spawn")


def look(connection):
    connection.send(multiprocessing.get_logger().level)


if __name__ == "__main__":
    logger = multiprocessing.get_logger()
    print(logger.name, logger.propagate)
    logger.setLevel(logging.ERROR)
    ours, theirs = spawn.Pipe()
    process = spawn.Process(target=look, args=(theirs,))
    process.start()
    print(ours.recv())
    process.join()
