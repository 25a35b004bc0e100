"""Every special method, given to a class in every form: what is it called with, and what comes of it?

A row is a special method: its name, what it returns when called, and the expressions that call it. `show` prints a line
for each form and expression: the arguments as the method saw them, and the result or the error."""
import functools

SEEN = []


def described(value, subject):
    if value is subject:
        return 'self'
    if isinstance(value, type):
        return '<' + value.__name__ + '>'
    if isinstance(value, (tuple, list)):
        return '(' + ' '.join(described(item, subject) + ',' for item in value) + ')'
    if isinstance(value, str) and ' object at ' in value:
        return 'the default text'
    if value is None or isinstance(value, (bool, int, str, float, slice)):
        return repr(value)
    return type(value).__name__


def note(args, kwargs, result):
    SEEN.append((args, kwargs))
    return result() if callable(result) else result


class CallableObject:
    def __init__(self, result):
        self.result = result

    def __call__(self, *args, **kwargs):
        return note(args, kwargs, self.result)


def forms(result):
    """The pairs of name and attribute: a method that returns `result`, in every form."""
    def function(self, *args, **kwargs):
        return note((self,) + args, kwargs, result)

    def free(*args, **kwargs):
        return note(args, kwargs, result)

    class Maker:
        def __new__(cls, *args, **kwargs):
            return note(args, kwargs, result)

    dispatching = functools.singledispatchmethod(function)
    return [
        ('function', function),
        ('classmethod', classmethod(function)),
        ('staticmethod', staticmethod(free)),
        ('partialmethod', functools.partialmethod(function, 'extra')),
        ('singledispatchmethod', dispatching),
        ('callable object', CallableObject(result)),
        ('class', Maker),
        ('None', None),
        ('property', property(lambda self: free)),
        ('failing property', property(lambda self: [].missing)),
        ('native function', len),
    ]


def run(label, subject, expression):
    SEEN.clear()
    try:
        outcome = described(expression(subject), subject)
    except Exception as error:
        outcome = f'{type(error).__name__}: {error}'
    seen = [', '.join([described(arg, subject) for arg in args] +
                      [f'{name}={described(value, subject)}' for name, value in kwargs.items()])
            for args, kwargs in SEEN]
    print('  ', label, [f'({each})' for each in seen], '->', outcome)


def show(name, result, *expressions, bases=(), make=None, skip=()):
    """`make(name, attribute)` gives the subject; without it, it is an instance of a class with that attribute."""
    print(name)
    for form, attribute in forms(result):
        if form in skip:
            continue
        for number, expression in enumerate(expressions):
            try:
                if make:
                    subject = make(name, attribute)
                else:
                    subject = type('C', bases, {name: attribute})()
            except Exception as error:
                print('  ', form, 'cannot be made:', f'{type(error).__name__}: {error}')
                break
            label = form if len(expressions) == 1 else f'{form} {number}'
            run(label, subject, expression)
