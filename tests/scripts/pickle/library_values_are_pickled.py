import array, collections, dataclasses, datetime, enum, functools, io, operator, pickle, random, re, types


class Color(enum.Enum):
    RED = 1


class Flag(enum.Flag):
    A, B = 1, 2


@dataclasses.dataclass(frozen=True, slots=True)
class Point:
    x: int = 1


Pair = collections.namedtuple("Pair", "a b")
error = ValueError("v")
error.add_note("n")
error.extra = 1
zone = datetime.timezone(datetime.timedelta(hours=1), "X")
values = [
    Color.RED, Flag.A | Flag.B, Point(2), Pair(1, 2), collections.OrderedDict(a=1), collections.defaultdict(list, a=[1]),
    collections.deque([1, 2], 5), collections.Counter("aab"), datetime.date(2020, 1, 2), zone,
    datetime.datetime(2020, 1, 2, 3, 4, 5, 6, zone, fold=1), datetime.time(1, 2, fold=1), datetime.timedelta(1, 2, 3),
    functools.partial(int, base=2), types.SimpleNamespace(a=1), operator.itemgetter(1, "a"),
    operator.attrgetter("a.b"), operator.methodcaller("m", 1, k=2), re.compile("a+", re.I),
    range(1, 10, 2), slice(1, None, 2), array.array("i", [1, 2]), dict[str, int],
]
for protocol in (2, 4, 5):
    for value in values:
        print(pickle.dumps(value, protocol), repr(pickle.loads(pickle.dumps(value, protocol))) == repr(value))
for protocol in range(6):
    copy = pickle.loads(pickle.dumps(error, protocol))
    print(repr(copy), copy.__notes__, copy.extra)
    group = pickle.loads(pickle.dumps(ExceptionGroup("g", [error, OSError(2, "no", "file")]), protocol))
    print(repr(group), group.exceptions[1].filename, group.exceptions[0].__notes__)
    generator = random.Random(5)
    print(pickle.loads(pickle.dumps(generator, protocol)).random() == generator.random())
print(pickle.loads(pickle.dumps(io.BytesIO(b"abc"))).read(), pickle.loads(pickle.dumps(io.StringIO("text"))).read())
