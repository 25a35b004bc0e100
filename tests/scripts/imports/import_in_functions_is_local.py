def f():
    import _chosen
    from _chosen import shown as s
    return _chosen.hidden + s
print(f())
try:
    _chosen
except NameError as error:
    print(error)
