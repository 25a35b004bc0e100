# ouro-only: CPython 3.13 has other words, which 3.14 replaced
import textwrap
try:
    textwrap.dedent
except AttributeError as error:
    print(error)
try:
    from textwrap import dedent
except ImportError as error:
    print(error)
import _third
