from .half import ready
