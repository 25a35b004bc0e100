from string import Template


class Words(Template):
    pattern = r"(?P<named>a)|(?P<braced>b)|(?P<escaped>c)|(?P<invalid>d)|e"


def show(f):
    try:
        print(f())
    except ValueError as error:
        print(error.args)


for text in ("a", "ca", "d", "e"):
    template = Words(text)
    show(lambda: template.substitute(a=1))
    show(lambda: template.safe_substitute(a=1))
    show(template.is_valid)
    show(template.get_identifiers)
