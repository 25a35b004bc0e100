import io
import pickle


class Pickler(pickle.Pickler):
    def persistent_id(self, obj):
        return f"id-{obj}" if isinstance(obj, float) else None

    def reducer_override(self, obj):
        return (int, (5,)) if obj is Thing else NotImplemented


class Unpickler(pickle.Unpickler):
    def persistent_load(self, pid):
        return "loaded " + pid

    def find_class(self, module, name):
        print("find", module, name)
        return super().find_class(module, name)


class Thing:
    pass


class Other:
    pass


for protocol in range(6):
    file = io.BytesIO()
    pickler = Pickler(file, protocol)
    pickler.dispatch_table = {Other: lambda other: (str, ("other",))}
    value = [1.5, Thing, Other(), len]
    pickler.dump(value)
    pickler.dump(value)
    pickler.clear_memo()
    pickler.dump("end")
    print(file.getvalue())
    file.seek(0)
    unpickler = Unpickler(file)
    print(unpickler.load(), unpickler.load(), unpickler.load())
print(sorted(number for number, _ in pickler.memo.copy().values()), pickler.bin, pickler.fast)
