# JSONEncoder and JSONDecoder, subclassed.
import json


class Point:
    def __init__(self, x, y):
        self.x, self.y = x, y


class Encoder(json.JSONEncoder):
    def default(self, o):
        if isinstance(o, Point):
            return {"x": o.x, "y": o.y}
        return super().default(o)


class Decoder(json.JSONDecoder):
    def __init__(self, **options):
        super().__init__(object_hook=self.hook, **options)

    def hook(self, table):
        return Point(**table) if "x" in table else table


text = json.dumps([Point(1, 2), {"p": Point(3, 4)}], cls=Encoder)
print(text, Encoder(indent=1).encode(Point(5, 6)), "".join(Encoder().iterencode([Point(0, 0)])))
points = json.loads(text, cls=Decoder)
print(points[0].y, points[1]["p"].x)
try:
    json.dumps([Point], cls=Encoder)
except TypeError as error:
    print(error)


class Sink:
    def __init__(self):
        self.text = ""

    def write(self, text):
        self.text += text

    def read(self):
        return self.text


sink = Sink()
json.dump({"a": [1, 2]}, sink, indent=1)
print(sink.text, json.load(sink))
