# Where there is nothing to be replaced, formatting gives the string itself, whatever class derived from str it has.
class Word(str):
    pass


word = Word("text")
for result in (word % {}, word % (), word.format(), word.format(1, a=2), word.format_map({})):
    print(type(result).__name__, result is word)
for result in (Word("") % (), Word("").format(), Word("a%%") % (), Word("a{{").format(), "%s" % word, "{}".format(word)):
    print(type(result).__name__, repr(result))
print(type(b"x" % {}).__name__)
