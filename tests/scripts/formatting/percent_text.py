# % with strings, mappings, tuples and single values.
print("%s and %s" % ("a", 1.5), "%s" % "x", "%s" % ["list"], "%s" % (("tuple",),), "%5s|%-5s|%.2s|%5.1s|" % ("ab", "ab", "abc", "xyz"), "%r %a" % ("é", "é"), "%%" % ())
print("%(name)s is %(age)03d" % {"name": "Ann", "age": 7}, "%(a)s %(a)r" % {"a": "x"}, "%((b))s" % {"(b)": 1}, "%()s" % {"": 2}, "abc" % {}, "abc" % [1])
class M:
    def __getitem__(self, key): return key * 2
print("%(k)s" % M(), "%s" % {"a": 1}, "%s %(a)s" % {"a": 1})
class T(tuple): pass
print("%s-%s" % T((1, 2)))
print(b"%d %s %x %5.1f %c %a" % (5, b"x", 255, 1.25, 65, "é"), b"%(k)s" % {b"k": b"v"}, b"%-4s|%.1s|" % (b"a", b"bc"))
