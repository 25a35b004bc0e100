# Code that exec() or eval() runs reads, binds and deletes its names by the methods of a dict's subclass.
class Guessing(dict):
    def __missing__(self, key):
        return "guessed " + key


class Telling(dict):
    def __getitem__(self, key):
        return "got " + key

    def __setitem__(self, key, value):
        print("set", key, value)

    def __delitem__(self, key):
        print("delete", key)


print(eval("name", {}, Guessing()), eval("name", Guessing()), eval("(lambda: name)()", Guessing()))
print(eval("name", {}, Telling()))
exec("name = 1\ndel name\ndel other", {}, Telling())
exec("name = 1\ndel name", Telling())
exec("global name\nname = 1\ndel name", {}, Telling())
try:
    exec("del name", {}, Guessing())
except NameError as error:
    print(error)
