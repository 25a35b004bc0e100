# A decorator takes each to its first yield, so that all can be sent to at once.
from functools import wraps

def primed(function):
    @wraps(function)
    def start(*args, **kwargs):
        made = function(*args, **kwargs)
        next(made)
        return made
    return start

@primed
def printer(name):
    while True:
        line = yield
        print(name, "prints", line)

@primed
def matcher(word, target):
    while True:
        line = yield
        if word in line:
            target.send(line)

@primed
def broadcast(targets):
    while True:
        item = yield
        for target in targets:
            target.send(item)

def source(lines, target):
    for line in lines:
        target.send(line)

source(["red fish", "blue bird", "blue fish"],
       broadcast([printer("one"), printer("two"), matcher("fish", printer("  fish only"))]))
print(printer.__name__)
