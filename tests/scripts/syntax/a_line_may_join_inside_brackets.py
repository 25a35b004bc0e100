numbers = [
    1,
    2,  # a comment between

    3,
]
total = (numbers[0] +
         numbers[1]
         + numbers[2])
print(total, len(numbers), {
    "a": 1
})
