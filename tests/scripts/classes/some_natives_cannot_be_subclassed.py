# since 3.14: ContextVar
import contextvars
import datetime
import operator
import os
import re
import time

for base in datetime.timezone, os.stat_result, os.terminal_size, operator.itemgetter, operator.attrgetter, \
        operator.methodcaller, contextvars.ContextVar, re.Pattern, time.struct_time, bool:
    try:
        class Derived(base):
            pass
    except TypeError as error:
        print(error)
