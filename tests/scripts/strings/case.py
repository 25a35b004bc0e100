# Case mappings follow Unicode: one character may become several, sigma has a final form.
for text in ["hello World", "straße", "ΑΣΑΣ ΑΣ.", "ǆ ŉ ﬁ İ", "1st 'quoted' they're", "", "éÉ", "ⓐⅷ"]:
    print([text.lower(), text.upper(), text.title(), text.capitalize(), text.swapcase(), text.casefold()])
    print([text.islower(), text.isupper(), text.istitle()])
