class Show:
    def __getitem__(self, key):
        return key

s = Show()
print(s[1], s[1:2], s[::2], s[:, 1], s[...], s[1:2, ::3, None])
print(s[()], s[1,], s[*[1, 2], 3])
print(s[a := 5], a)
