import multiprocessing

spawn = multiprocessing.get_context("spawn")
print(spawn.get_start_method(), "spawn" in multiprocessing.get_all_start_methods())
print(spawn.get_context() is spawn, multiprocessing.get_context("spawn") is spawn)
multiprocessing.set_start_method("spawn")
print(multiprocessing.get_start_method(), multiprocessing.get_context() is spawn)
for call in (lambda: multiprocessing.set_start_method("spawn"), lambda: multiprocessing.get_context("teleport"),
             lambda: spawn.set_start_method("spawn")):
    try:
        call()
    except (RuntimeError, ValueError) as error:
        print(type(error).__name__, error)
print(multiprocessing.current_process().name, multiprocessing.parent_process(), multiprocessing.active_children())
print(issubclass(multiprocessing.TimeoutError, multiprocessing.ProcessError), multiprocessing.cpu_count() > 0)
multiprocessing.freeze_support()
