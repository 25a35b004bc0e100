# Numbers in f-strings: nested specifications, conversions, the = form.
n, x, w = 42, 3.14159, 8
print(f"{n} {n:5} {n:<5}| {n:#x} {x:.2f} {x:{w}.{2}f} {n!r:>5} {-n:+d} {2**70:,} {n=} {x=:.3f} {n = !s}")
print(f"{n:{'0'}{w}} {x:e} {1e20} {10**20} {True} {True:d} {n / 7:.3%} {[1.0, 2]} {None} {n:c}|{n:>{w}b}|")
print(f"{'a' if n else 'b':>{w}}|{x if x > 3 else 0:.1f}|{n:_}|{1234567.891:,.2f}|{-5 % 3}|{n//5}|{ {1: 2}[1] }")
