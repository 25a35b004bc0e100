import _half2
ready = True
