from _cycle import a, b
print(a.value, b.value, b.late())
