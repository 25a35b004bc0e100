import sys

async def work():
    pass

sys.set_coroutine_origin_tracking_depth(1)
made = work()
print(sys.get_coroutine_origin_tracking_depth(), [place[1:] for place in made.cr_origin])
made.close()
