# first
if True:
    # inside

        # deeper than the block
    print("one")  # trailing
# at the margin

    print("still inside")
# last
