print("%s %r %d %i %5d|%-5d|%05d %+d %x %X %#x %o %c %c %%" % ("s", "r", 5, 6.7, 42, 42, 42, 42, 255, 255, 255, 8, 65, "B"))
print("%f %.2f %8.3f|%-8.1f|%e %G %g" % (1.5, 2.345, 3.14159, 2.0, 12345.678, 1e-10, 0.5), "%(a)s %(b)03d" % {"a": 1, "b": 2}, "%*d|%.*f" % (5, 42, 2, 3.14159), "%s" % [1], "%s" % (None,), "%.2s|%5s" % ("abc", "x"))
for text, arguments in (("%d", "x"), ("%s %s", (1,)), ("%s", (1, 2)), ("%z", 1), ("%(x)s", {}), ("%(x)s", 5), ("%", ())):
    try:
        print(text % arguments)
    except (TypeError, ValueError, KeyError, OverflowError) as error:
        print(type(error).__name__, error)
