# since 3.14
# PEP 765: `return`, `break` and `continue` that leave a `finally` block are warned of.
import warnings

HEAD = "def f():\n while x:\n  try: pass\n  finally:\n   "
for body in [
    "return 1", "break", "continue", "while y: break", "while y: return", "for z in y: pass\n   else: continue",
    "def g(): return 1", "try: return 2\n   except E: return 3\n   finally: return 4", "with a:\n    if b: break",
    "lambda: 1", "class C:\n    for i in j: continue",
]:
    with warnings.catch_warnings(record=True) as found:
        warnings.simplefilter("always")
        compile(HEAD + body, "source", "exec")
    print(repr(body), [(str(item.message), item.lineno) for item in found])
