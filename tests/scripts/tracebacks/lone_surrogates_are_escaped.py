# On standard error, which has no UTF-8 for them.
import sys

print("on \ud800 its way", file=sys.stderr)
error = ValueError("half \udc80 of a pair, a whole \U0001F600")
error.add_note("and \udfff")
raise error
