import io


f = io.BytesIO(b"initial")
f.write(b"X")
print(f.getvalue(), io.BytesIO(None).getvalue(), io.BytesIO(initial_bytes=b"k").read())
