# format() of strings pads and cuts by code points.
for spec in ["", "s", "10", "<10", ">10", "^10", "*^11s", ".3", "10.2", "é<7", "05", ".0", "日>8", ".100"]:
    print(f"{spec!r}: {format('héllo', spec)!r}")
print(f"{'日本語':>6}|{'日本語':.2}|{'':3}|{'a':\t>3}|")
