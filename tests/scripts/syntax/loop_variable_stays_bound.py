for i in range(3):
    pass
print(i)
for unbound in []:
    pass
try:
    print(unbound)
except NameError as error:
    print(error)
