def größe(): raise ValueError("日本語 🐍")
x = "日本語"; größe()
