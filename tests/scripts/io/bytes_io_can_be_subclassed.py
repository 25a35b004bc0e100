import io


class Counted(io.BytesIO):
    total = 0

    def write(self, data):
        self.total += len(data)
        return super().write(data)


f = Counted()
f.write(b"abc")
f.write(b"de")
f.name = "x"
print(f.total, f.getvalue(), f.name)
