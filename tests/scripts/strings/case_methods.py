print("hello World".upper(), "HeLLo".lower(), "hello wORLD".title(), "hello World".capitalize(), "HeLLo".swapcase())
print("they're bill's".title(), "ABC".isupper(), "abc".islower(), "A1".isupper(), "1".islower(), "Hello World".istitle())
