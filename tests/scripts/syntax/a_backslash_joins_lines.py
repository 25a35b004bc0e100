total = 1 + \
    2 + \
    3
text = "one \
two"
print(total, text)
if total == 6 and \
   text:
    print("joined")
