state = 1
numbers = []
for _ in range(3000):
    state = (state * 1103515245 + 12345) % 2147483648
    numbers.append(state % 1000)
ordered = sorted(numbers)
print(all(a <= b for a, b in zip(ordered, ordered[1:])), sum(ordered) == sum(numbers), ordered[0], ordered[-1], ordered[1500])
print(sorted(ordered) == ordered, sorted(ordered, reverse=True) == ordered[::-1])
tagged = sorted(enumerate(numbers), key=lambda pair: pair[1])
print(all(a[1] < b[1] or a[0] < b[0] for a, b in zip(tagged, tagged[1:])))
saw = [n % 7 for n in range(500)] + list(range(100)) + list(range(100, 0, -1))
print(sorted(saw)[::50])
