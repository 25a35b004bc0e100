class Bag: pass
bags = []
for i in range(50):
    bag = Bag()
    for j in range(8):
        setattr(bag, f"a{(i * 3 + j) % 11}", j)
    bags.append(bag)
print(sum(getattr(bag, "a5", 100) for bag in bags), sum(len(bag.__dict__) for bag in bags), list(bags[1].__dict__))
big = Bag()
for i in range(300):
    setattr(big, f"field{i}", i)
print(sum(big.__dict__.values()), big.field299)
for i in range(0, 300, 2):
    delattr(big, f"field{i}")
print(len(big.__dict__), hasattr(big, "field0"), big.field1)
