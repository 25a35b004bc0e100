import io


f = io.StringIO()
print(1, "é", [2], None, sep="|", end="$", file=f)
print(file=f)
print("flushed", file=f, flush=True)
print(repr(f.getvalue()))
seen = []
f.write = lambda text: seen.append(text)
f.name = "named"
print("p", "q", file=f)
print(seen, f.name, len(f.getvalue()), sorted(f.__dict__))
