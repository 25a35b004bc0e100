# SPDX-License-Identifier: MIT
# The same method called on objects of several classes in turn, with properties, class attributes and super().
import time


class Shape:
    sides = 0

    def __init__(self, name):
        self.name = name

    def area(self):
        return 0

    def weight(self):
        return self.area() * self.density

    @property
    def density(self):
        return 1


class Square(Shape):
    sides = 4

    def __init__(self, side):
        super().__init__("square")
        self.side = side

    def area(self):
        return self.side * self.side


class Rectangle(Shape):
    sides = 4

    def __init__(self, width, height):
        super().__init__("rectangle")
        self.width = width
        self.height = height

    def area(self):
        return self.width * self.height


class Triangle(Shape):
    sides = 3

    def __init__(self, base, height):
        super().__init__("triangle")
        self.base = base
        self.height = height

    def area(self):
        return self.base * self.height // 2

    @property
    def density(self):
        return 2


class Hollow(Square):
    def __init__(self, side, hole):
        super().__init__(side)
        self.hole = hole

    def area(self):
        return super().area() - self.hole * self.hole


class Twin(Shape):
    def __init__(self, one, other):
        super().__init__("twin")
        self.one = one
        self.other = other

    def area(self):
        return self.one.area() + self.other.area()


def make_shapes():
    shapes = []
    for i in range(50):
        shapes.append(Square(i))
        shapes.append(Rectangle(i, i + 1))
        shapes.append(Triangle(i, 4))
        shapes.append(Hollow(i + 3, i // 2))
        shapes.append(Twin(shapes[-1], shapes[-3]))
    return shapes


def main():
    shapes = make_shapes()
    total = sides = 0
    for round_number in range(4000):
        for shape in shapes:
            total += shape.weight()
            sides += shape.sides
        total %= 1000003
    return total, sides


started = time.perf_counter()
print(main())
print("seconds", time.perf_counter() - started)
