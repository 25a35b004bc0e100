s = "naïve 🐍 日本語"
print(len(s), s[2], s[6], s[8:], s[::-1], s.index("日"), s.find("語"))
print([ord(c) for c in "é🐍"], chr(0x1F40D), ascii(s), "🐍" in s)
print(s.upper(), "ΣΑΣ".lower(), "straße".upper(), "ß".casefold(), "ǆ".title())
