# SPDX-License-Identifier: MIT
#
# _operator: the name under which CPython's pickles know the functions of module operator.
from operator import *
