import contextvars

shade = contextvars.ContextVar("shade", default="grey")
print(shade.get(), shade.get("given"), shade.name)
shade.set("dark")
print(shade.get(), shade.get("given"))
token = shade.set("light")
print(shade.get(), token.old_value, token.var is shade)
shade.reset(token)
print(shade.get())
