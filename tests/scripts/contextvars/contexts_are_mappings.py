from contextvars import Context, ContextVar, copy_context

variables = [ContextVar(f"v{i}") for i in range(40)]
for i, v in enumerate(variables):
    v.set(i)
context = copy_context()
print(len(context), sum(context.values()), all(context[v] == i for i, v in enumerate(variables)))
print(set(context) == set(variables), {v.name: x for v, x in context.items()} == {f"v{i}": i for i in range(40)})
print(variables[3] in context, context.get(variables[3]), context.get(ContextVar("unknown"), "other"))
print(context == copy_context(), context == context.copy(), context == Context(), context == 5)
for refused in [lambda: context[5], lambda: 5 in context, lambda: Context(1), lambda: hash(Context()),
                lambda: context[ContextVar("unknown")]]:
    try:
        refused()
    except (TypeError, KeyError) as error:
        print(type(error).__name__, str(error).split(" at 0x")[0])
tokens = [v.set(-1) for v in variables]
for v, token in list(zip(variables, tokens))[::2]:
    v.reset(token)
print(sum(copy_context().values()), sum(context.values()))
