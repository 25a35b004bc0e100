n = 3
while n:
    n -= 1
else:
    print("ended")
while True:
    break
else:
    print("not here")
for x in []:
    pass
else:
    print("empty for")
for x in "ab":
    if x == "b":
        break
else:
    print("not here either")
