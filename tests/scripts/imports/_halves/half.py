from . import half2
ready = True
