from _half import ready
