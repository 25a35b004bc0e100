# no-stress: a collection at each of its allocations takes minutes
import gc
import re


def resident():
    with open("/proc/self/statm") as file:
        return int(file.read().split()[1]) * 4096


class Base:
    pass


def make_classes(count):
    for i in range(count // 10):
        class Dead(Base):
            def method(self):
                return self.value
        dead = Dead()
        dead.value = i
        dead.method()


def make_names(count):
    for i in range(count):
        dead = Base()
        setattr(dead, f"name{i}", i)


def make_code(count):
    for i in range(count // 50):
        exec(f"def function{i}(argument{i}): return argument{i}\nfunction{i}(1)", {})


def make_patterns(count):
    for i in range(count // 50):
        re.compile(f"a{i}(b|c)*").match("abc")


with open("/proc/self/maps") as file:
    maps = file.read()
keeps_freed_memory = "libasan" in maps or "libtsan" in maps
allowed = 400_000_000 if keeps_freed_memory else 12_000_000
for make in make_classes, make_names, make_code, make_patterns:
    make(100_000)
    gc.collect()
    before = resident()
    make(200_000)
    gc.collect()
    print(make.__name__, resident() - before < allowed)
