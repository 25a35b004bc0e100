import textwrap, string
t="The quick brown-fox jumped over the lazy dog--and ran away.  A well-known e-mail x-y  antidisestablishmentarianism is here, isn't it? (see foo-bar, -x --opt)\n\tnew line"
for w in (10,20,25,40,70):
    print(textwrap.wrap(t,w)); print(textwrap.wrap(t,w,break_on_hyphens=False,break_long_words=False))
print(textwrap.fill(t,30,initial_indent='* ',subsequent_indent='  '))
print(textwrap.shorten(t,40), textwrap.shorten(t,40,placeholder='...'), textwrap.shorten("hi",5))
print(repr(textwrap.dedent("""
    a
      b

    c
   \t
""")), repr(textwrap.dedent("  a\n\tb")), repr(textwrap.dedent("    x\n  y\n")), repr(textwrap.dedent('')), repr(textwrap.dedent("  ab\n  ab")))
print(repr(textwrap.indent("a\n\n b\nc",'> ')), textwrap.indent("a\n\nb",'+',lambda l:True))
print(textwrap.wrap(t,20,max_lines=3), textwrap.wrap(t,20,max_lines=2,placeholder='~'), textwrap.wrap("Hello.  World is. big",10,fix_sentence_endings=True), textwrap.wrap(''), textwrap.wrap('   '), textwrap.wrap("a  b   c",3,drop_whitespace=False))
print(textwrap.wrap("supercalifragilistic-expialidocious aaa-bbb-ccc-ddd",8))
print(string.ascii_letters, string.digits, string.punctuation, string.capwords(" hello  world x"), string.capwords('a-b','-'), repr(string.whitespace), string.hexdigits, string.octdigits, len(string.printable))
T=string.Template("$a and ${b}s $$5 $c")
print(T.substitute(a=1,b=2,c=3), T.safe_substitute(a=1), T.substitute({'a':1,'b':2},c=5), T.get_identifiers(), T.is_valid())
try: T.substitute(a=1)
except KeyError as e: print(repr(e))
try: string.Template("x\n $ y").substitute()
except ValueError as e: print(e)
class P(string.Template): delimiter='%'
print(P("%x $y").substitute(x=1))
f=string.Formatter()
print(f.format("{} {1} {a!r:>5} {b.real} {c[0]} {{}}".replace('{1}','{}'),1,2,a='x',b=3,c=[9]), list(f.parse("a{b!r:c{d}}e{{")), f.vformat("{0:{1}}",(3,'05'),{}))
class F(string.Formatter):
    def get_value(s,k,a,kw): return kw.get(k,'?') if isinstance(k,str) else super().get_value(k,a,kw)
print(F().format("{x} {y}",x=1))
try: f.format("{0} {}",1,2)
except ValueError as e: print(e)
try: f.format("{} {a}",1)
except KeyError as e: print(repr(e))
