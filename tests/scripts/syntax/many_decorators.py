# Applied from the last to the first, evaluated from the first to the last.
evaluated, applied = [], []


def decorator(number):
    evaluated.append(number)

    def decorate(thing):
        applied.append(number)
        return thing

    return decorate


lines = "\n".join(f"@decorator({i})" for i in range(300))
exec(f"{lines}\ndef function():\n    return 5\n{lines}\nclass Class:\n    x = 6\n")
exec(f"class Outer:\n" + "".join(f"    @decorator({i})\n" for i in range(250)) + "    def method(self):\n        return 7")
print(function(), Class.x, Outer().method(), len(evaluated), len(applied))  # noqa
print(evaluated[:3], evaluated[298:302], evaluated[-1], applied[:3], applied[298:302], applied[-1])
