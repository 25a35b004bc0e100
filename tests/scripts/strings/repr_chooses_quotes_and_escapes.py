for s in ("plain", "it's", 'say "hi"', "both ' and \"", "tab\t nl\n cr\r", "\x00\x1f\x7f", "\\", "é", "\u200b", "\U0001F40D", "\xa0", "\ud800"):
    print(repr(s))
