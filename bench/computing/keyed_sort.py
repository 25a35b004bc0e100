# SPDX-License-Identifier: MIT
# Sorting: with key functions written in Python, by tuples, by attribute, reversed, stable in several passes, __lt__.
import time


class Person:
    def __init__(self, name, age, city):
        self.name = name
        self.age = age
        self.city = city

    def __lt__(self, other):
        return (self.age, self.name) < (other.age, other.name)


def people(count):
    state = 12
    cities = ["Oslo", "Rome", "Lima", "Cairo", "Perth"]
    result = []
    for _ in range(count):
        state = (state * 16807) % 2147483647
        result.append(Person(f"p{state % 9973:04d}", state % 89, cities[state % 5]))
    return result


def checksum(items):
    value = 0
    for item in items:
        value = (value * 33 + item.age * 7 + len(item.city)) % 1000000007
    return value


def main():
    crowd = people(80000)
    results = []
    results.append(checksum(sorted(crowd, key=lambda person: person.age)))
    results.append(checksum(sorted(crowd, key=lambda person: (person.city, person.name), reverse=True)))
    results.append(checksum(sorted(crowd[:16000])))
    by_passes = crowd[:]
    by_passes.sort(key=lambda person: person.name)
    by_passes.sort(key=lambda person: person.city)
    results.append(checksum(by_passes))
    names = [person.name for person in crowd]
    names.sort(key=lambda name: name[::-1])
    numbers = sorted((person.age * 7919 % 1009 for person in crowd), key=lambda number: -number)
    oldest = max(crowd, key=lambda person: (person.age, person.name))
    return results, names[0], names[-1], numbers[0], numbers[-1], oldest.name


started = time.perf_counter()
print(main())
print("seconds", time.perf_counter() - started)
