for name in "half", "part", "self_asking", "replaced", "removed", "set_to_none":
    for attempt in range(2):
        try:
            exec(f"import _halves.{name} as module; print(name, module)")
        except (ImportError, AttributeError, KeyError) as error:
            print(name, type(error).__name__, str(error).split(" (/")[0].split(" (_")[0])
