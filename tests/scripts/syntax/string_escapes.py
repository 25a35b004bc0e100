print('tab\there', 'new\nline', 'quote\'s', "back\\slash")
print('\x41\u0416\U0001F40D\u2603\101\0end'.replace('\0', '|'))
print(len('\a\b\f\v\r'), [ord(c) for c in '\a\b\f\v\r'])
print(b'\x00\xff\101\n', '\7\77\377'.encode())
