import io


f = io.StringIO("initial")
f.write("X")
print(f.getvalue(), io.StringIO(None).getvalue() == "", io.StringIO(initial_value="a", newline=None).read())
