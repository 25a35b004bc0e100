import builtins, collections, functools, itertools, pickle, queue

values = [range, str, int, zip, map, filter, functools.reduce, itertools.filterfalse, collections.UserDict, queue.Queue]
values += [value for name, value in sorted(vars(builtins).items()) if isinstance(value, type)
           and issubclass(value, BaseException) and name[0] != "_"]
for protocol in range(3):
    for fix in (True, False):
        data = pickle.dumps(values, protocol, fix_imports=fix)
        print(data)
for data in (b"c__builtin__\nxrange\n.", b"cexceptions\nStandardError\n.", b"c__builtin__\nunicode\n.", b"U\x03abc.",
             b"cUserDict\nUserDict\n."):
    print(pickle.loads(data))
print(pickle.loads(b"U\x02\xe9a.", encoding="latin-1"), pickle.loads(b"U\x02\xe9a.", encoding="bytes"))
