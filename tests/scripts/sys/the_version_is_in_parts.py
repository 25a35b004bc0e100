# sys.version: version, build, date, time, compiler.
import re
import sys

match = re.match(r"([\w.+]+)\s*\(#?([^,]+),\s*([\w ]+),\s*([\w :]+)\)\s*\[([^\]]+)\]?", sys.version, re.ASCII)
version, build, date, time, compiler = match.groups()
print(version == ".".join(map(str, sys.version_info[:3])), bool(build), len(date), len(time), bool(compiler))
