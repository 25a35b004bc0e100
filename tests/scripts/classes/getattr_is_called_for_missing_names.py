class Lazy:
    present = 1
    def __getattr__(self, name):
        if name.startswith("x"): return name.upper()
        raise AttributeError(f"no {name}")
print(Lazy().present, Lazy().xyz, getattr(Lazy(), "y", "default"), hasattr(Lazy(), "xa"), hasattr(Lazy(), "ya"))
