# since 3.14
import pickle

broken = [
    b"", b"\x80", b"\x80\x06.", b"\xff", b".", b"N", b"(.", b"0", b"1", b"2", b"t", b"(t", b"\x85.", b"N\x86.", b"e.",
    b"N(Ne.", b"a", b"(a", b"s", b"}(Nu.", b"h\x05.", b"g5\n.", b"gx\n.", b"Np-5\n.", b"q\x01", b"\x94", b"Ix\n.", b"I\n.",
    b"Fx\n.", b"S'\n.", b"S'a\\x4'\n.", b"U\x01\xff.", b"V\\u00\n.", b"\x8c\x02\xff\xff.", b"\x95\x05\0\0\0\0\0\0\0.",
    b"\x8a\xff.", b"\x8b\xff\xff\xff\xff", b"cbuiltins\n", b"cbuiltins\nfoo\n.", b"c\n\n.", b"N)\x81.",
    b"cbuiltins\nint\nN\x81.", b"cbuiltins\nint\n)N\x92.", b"NNR.", b"N)R.", b"(o", b"(No.", b"b", b"N}Nq\0sb.",
    b"]K\x01b.", b"]NK\x01\x86b.", b"NQ.", b"P\xff\n.", b"\x82\0.", b"\x82\xf0.", b"NN\x93.", b"\x97.", b"\x98.",
    b"\x8f(]\x90.", b"(]\x91.", b"(Nd.", b"G\0", b"J\0", b"\x80\x04\x8c\x03sys\x8c\x08path.foo\x93.",
    b"]" * 3 + b"Na.",
]
for data in broken:
    try:
        print(data, pickle.loads(data))
    except Exception as error:
        print(data, type(error).__name__, ascii(str(error)))
