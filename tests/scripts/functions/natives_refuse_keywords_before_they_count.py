# since 3.14
# A native function that takes no keywords says so first; one that takes some counts them too. Classes that are named in
# messages are named in full, but for those of __main__.
class C:
    __hash__ = None


class Three:
    def __rpow__(self, other, modulus=None):
        return 'powers', other, modulus


for text in 'len(1, b=2)', 'isinstance(1, int, x=3)', '"a".join(1, 2, x=3)', 'hash(1, 2, x=3)', '[].append(1, 2, x=3)', \
        'pow(1, 2, 3, 4, x=3)', 'chr(1, 2, x=3)', '{C(): 1}', '{C()}', 'pow(2, Three(), 5)', '2 ** Three()', 'pow(C(), 2, 5)':
    try:
        print(text, '->', eval(text))
    except TypeError as error:
        print(text, '->', error)
try:
    with C():
        pass
except TypeError as error:
    print(error)
C.__module__ = 'module'
try:
    {}[C()]
except TypeError as error:
    print(error)
try:
    with C():
        pass
except TypeError as error:
    print(error)
