import _halves.part2
ready = True
