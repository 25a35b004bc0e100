import contextvars
import threading

variable = contextvars.ContextVar("variable", default="default")
variable.set("main")
seen = []
thread = threading.Thread(target=lambda: seen.append(variable.get()))
thread.start()
thread.join()
print(seen, variable.get())
