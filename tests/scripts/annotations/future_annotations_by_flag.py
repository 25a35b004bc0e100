# compile() takes the flag of a feature of __future__.
import __future__

code = compile("def f(a: undefined): pass", "x", "exec", flags=__future__.annotations.compiler_flag)
exec(code)
print(f.__annotations__)
