import multiprocessing
import pickle

spawn = multiprocessing.get_context("spawn")

if __name__ == "__main__":
    for thing in (
        spawn.Lock(), spawn.RLock(), spawn.Semaphore(), spawn.Condition(), spawn.Event(), spawn.Queue(),
        spawn.SimpleQueue(), spawn.Value("i"), spawn.Array("i", 2),
    ):
        try:
            pickle.dumps(thing)
        except RuntimeError as error:
            print(error)
