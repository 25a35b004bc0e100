# Additions and removals in every order leave the others alone, also in copies that share them.
from contextvars import ContextVar, copy_context

variables = [ContextVar(str(i)) for i in range(60)]
seed = 1
model, tokens, copies = {}, {}, []
for step in range(3000):
    seed = seed * 1103515245 + 12345 & 0x7FFFFFFF
    v = variables[(seed >> 8) % 60]
    if v in tokens:
        v.reset(tokens.pop(v))
        del model[v]
    else:
        tokens[v] = v.set(step)
        model[v] = step
    if step % 500 == 0:
        copies.append((copy_context(), dict(model)))
print(dict(copy_context().items()) == model, len(copies))
print(all(dict(context.items()) == kept for context, kept in copies))
print(all(v.get(None) == model.get(v) for v in variables))
