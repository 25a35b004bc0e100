print('plain', "double", '''triple "quoted" text''', """two
lines""")
print(r'\n\t', R"\\", u'unicode', b'bytes', B"\x41", rb'\x41', Rb'\x41', bR'\x41')
print(len('''a
b'''), '\
joined')
