import io


big = io.BytesIO()
for i in range(3000):
    big.write(b"%d," % i)
big.seek(0)
print(len(big.getvalue()), sum(map(int, big.read().split(b",")[:-1])))
