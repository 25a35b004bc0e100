# Indexing and slicing count code points, whatever their size in memory.
text = "añ😀b€" * 50
print(len(text), text[2], text[-1], text[100], text[7:13], text[::-1][:6], text[1:40:7], text[-3:], text[5:2], text[40:1:-9])
print([text[i] for i in range(120, 130)], "".join(text[i] for i in range(len(text))) == text, list("añ😀"), list(reversed("añ😀")))
print("abc"[True], "abc"[-3:99], "abc"[:-1], "abc"[slice(None, None, 2)])
for key in [3, -4, "a", 1.5, None, slice(1, 2, 0), 10**30]:
    try:
        "abc"[key]
    except (IndexError, TypeError, ValueError) as error:
        print(type(error).__name__, error)
