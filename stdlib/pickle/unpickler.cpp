// SPDX-License-Identifier: MIT
//
// The class Unpickler, and load and loads, which need none.
#include "stdlib/pickle/unpickler.hpp"

#include "stdlib/pickle/reader.hpp"
#include "stdlib/pickle/errors.hpp"
#include "vm/model/buffer.hpp"
#include "vm/model/class.hpp"

namespace ouro::stdlib {

using namespace ouro::vm;

namespace {

struct Unpickler : Object {
    static constexpr Kind KIND = Kind::Native;
    static constexpr const NativeType& native_type = unpickler_type;
    ReadMemo* memo;
    Value read, readline, peek; // `read` is empty before __init__
    Str *encoding, *errors;
    Value buffers; // an iterator, or empty
    int64_t protocol; // of the pickle that was read last
    bool fix_imports, running;
};

// The `memo` of an Unpickler as scripts see it.
struct UnpicklerMemoProxy : Object {
    static constexpr Kind KIND = Kind::Native;
    static constexpr const NativeType& native_type = unpickler_memo_proxy_type;
    Unpickler* unpickler;
};

void visit_unpickler(Object* object, Visitor& visitor) {
    auto& self = *static_cast<Unpickler*>(object);
    visitor.visit(self.memo);
    for (Value value : {self.read, self.readline, self.peek, self.buffers})
        visitor.visit(value);
    visitor.visit(self.encoding);
    visitor.visit(self.errors);
}

void visit_proxy(Object* object, Visitor& visitor) {
    visitor.visit(static_cast<UnpicklerMemoProxy*>(object)->unpickler);
}

// --- Options -------------------------------------------------------------------------------------------------------

Result<FileMethods> file_methods(VM& vm, Value file) {
    FileMethods methods;
    methods.read = TRY(find_attribute(vm, file, "read"));
    methods.readline = TRY(find_attribute(vm, file, "readline"));
    methods.peek = TRY(find_attribute(vm, file, "peek"));
    if (!methods.read || !methods.readline)
        return vm.type_error("file must have 'read' and 'readline' attributes");
    return methods;
}

Result<Value> buffer_iterator(VM& vm, Value buffers) {
    return buffers.is_none() ? Result<Value>(Value()) : get_iterator(vm, buffers);
}

// --- Making and using ----------------------------------------------------------------------------------------------

Result<Value> unpickler_new(VM& vm, Type* type, Args, Kwargs) {
    ReadMemo* memo = make_read_memo(vm);
    auto* self = static_cast<Unpickler*>(allocate_instance(vm, type));
    self->memo = memo;
    return self;
}

Result<void> unpickler_init(VM& vm, Unpickler& self, Value file, bool fix_imports, Str& encoding, Str& errors,
                            Value buffers) {
    FileMethods methods = TRY(file_methods(vm, file));
    Value iterator = TRY(buffer_iterator(vm, buffers));
    Heap::store(&self, self.read, methods.read);
    Heap::store(&self, self.readline, methods.readline);
    Heap::store(&self, self.peek, methods.peek);
    Heap::store(&self, self.buffers, iterator);
    Heap::store(&self, self.encoding, &encoding);
    Heap::store(&self, self.errors, &errors);
    self.fix_imports = fix_imports;
    self.protocol = 0;
    self.memo->clear(vm);
    return {};
}

// The attribute where it is not Unpickler's own method.
Result<Value> overridden(VM& vm, Unpickler& self, const char* name) {
    Str* interned = intern(vm, name);
    Value found = TRY(find_attribute(vm, &self, interned));
    auto* method = found ? as<BoundMethod>(found) : nullptr;
    bool is_own = method && method->self == Value(&self) &&
                  method->function == vm.native(unpickler_type)->lookup(vm, interned);
    return is_own ? Value() : found;
}

Result<Value> unpickler_load(VM& vm, Unpickler& self) {
    if (!self.read)
        return raise_pickle_error(vm, "UnpicklingError",
                                  fmt::format("Unpickler.__init__() was not called by {}.__init__()",
                                              full_type_name(vm, self.type())));
    ReadOptions options{self.fix_imports, self.encoding, self.errors, TRY(overridden(vm, self, "find_class")),
                        TRY(overridden(vm, self, "persistent_load")), self.buffers};
    if (self.running)
        return vm.runtime_error("Unpickler object is already used");
    PickleSource source(vm, FileMethods{self.read, self.readline, self.peek});
    self.protocol = 0;
    self.running = true;
    Result<Value> loaded = PickleReader(vm, source, *self.memo, options, self.protocol).load();
    self.running = false;
    return loaded;
}

Result<Value> unpickler_find_class(VM& vm, Unpickler& self, Value module, Value name) {
    Str* module_name = as<Str>(module);
    Str* class_name = as<Str>(name);
    if (!module_name || !class_name)
        return vm.type_error("find_class() arguments must be str, not {}",
                             vm.type_name(module_name ? name : module));
    return find_pickled_class(vm, *module_name, *class_name, int(self.protocol), self.fix_imports);
}

Result<Value> unpickler_persistent_load(VM& vm, Unpickler&, Value) {
    return raise_pickle_error(
        vm, "UnpicklingError",
        "A load persistent id instruction was encountered, but no persistent_load function was specified.");
}

// --- The memo ------------------------------------------------------------------------------------------------------

Value unpickler_memo(VM& vm, Unpickler& self) {
    auto* proxy = static_cast<UnpicklerMemoProxy*>(allocate_instance(vm, vm.native(unpickler_memo_proxy_type)));
    proxy->unpickler = &self;
    return proxy;
}

Result<Dict*> proxy_copy(VM& vm, UnpicklerMemoProxy& self) {
    ReadMemo& memo = *self.unpickler->memo;
    Dict* copy = make_dict(vm);
    for (size_t i = 0; i < memo.dense->size(); i++) {
        if ((*memo.dense)[i])
            TRY(dict_set(vm, *copy, make_int_unsigned(vm, i), (*memo.dense)[i]));
    }
    for (uint32_t i = 0; memo.sparse && i < memo.sparse->entry_count; i++) {
        DictEntry entry = memo.sparse->begin()[i];
        if (entry.key && !TRY(dict_get(vm, *copy, entry.key)))
            TRY(dict_set(vm, *copy, entry.key, entry.value));
    }
    return copy;
}

Result<void> fill_memo(VM& vm, ReadMemo& memo, Dict& given) {
    for (uint32_t i = 0; i < given.entry_count; i++) {
        DictEntry entry = given.begin()[i];
        if (entry.key.is_empty())
            continue;
        if (!is_int(entry.key))
            return vm.type_error("memo key must be integers");
        std::optional<int64_t> number = to_int64(entry.key);
        if (!number)
            return vm.overflow_error("Python int too large to convert to C ssize_t");
        if (*number < 0)
            return vm.value_error("memo key must be positive integers.");
        TRY(memo.put(vm, uint64_t(*number), entry.value));
    }
    return {};
}

Result<void> unpickler_set_memo(VM& vm, Unpickler& self, Value value) {
    if (!value)
        return vm.type_error("attribute deletion is not supported");
    auto* proxy = detail::native_cast<UnpicklerMemoProxy>(value);
    Dict* given = proxy ? TRY(proxy_copy(vm, *proxy)) : as<Dict>(value);
    if (!given)
        return vm.type_error("'memo' attribute must be an UnpicklerMemoProxy object or dict, not {}",
                             vm.type_name(value));
    ReadMemo* memo = make_read_memo(vm);
    TRY(fill_memo(vm, *memo, *given));
    Heap::store(&self, self.memo, memo);
    return {};
}

void proxy_clear(VM& vm, UnpicklerMemoProxy& self) { self.unpickler->memo->clear(vm); }
Result<Value> proxy_reduce(VM& vm, UnpicklerMemoProxy& self) {
    Dict* copy = TRY(proxy_copy(vm, self));
    Tuple* arguments = make_tuple(vm, {copy});
    return make_tuple(vm, {vm.types.dict, arguments});
}

constexpr NativeDef PROXY_MEMBERS[] = {
    fn<proxy_clear>("clear(self, /)", "Forget all objects."),
    fn<proxy_copy>("copy(self, /)", "A dict of the objects by their numbers."),
    fn<proxy_reduce>("__reduce__(self, /)"),
    none_constant("__hash__"),
};

constexpr NativeDef UNPICKLER_MEMBERS[] = {
    fn<unpickler_new>("__new__(cls, /, *args, **kwargs)"),
    fn<unpickler_init>(
        "__init__(self, file, *, fix_imports=True, encoding='ASCII', errors='strict', buffers=None)"),
    fn<unpickler_load>("load(self, /)", "The object that the next pickle of the file describes."),
    fn<unpickler_find_class>("find_class(self, module_name, global_name, /)",
                             "What pickles name; for subclasses that allow only some of it."),
    fn<unpickler_persistent_load>("persistent_load(self, pid, /)", "For subclasses: the object of that id."),
    get<unpickler_memo, unpickler_set_memo>("memo"),
};

} // namespace

// --- Without an object ---------------------------------------------------------------------------------------------

Result<Value> pickle_loads(VM& vm, Value data, bool fix_imports, Str& encoding, Str& errors, Value buffers) {
    Buffer buffer = TRY(Buffer::of(vm, data));
    ReadOptions options{fix_imports, &encoding, &errors, {}, {}, TRY(buffer_iterator(vm, buffers))};
    PickleSource source(vm, buffer.view.octets());
    int64_t protocol = 0;
    return PickleReader(vm, source, *make_read_memo(vm), options, protocol).load();
}

Result<Value> pickle_load(VM& vm, Value file, bool fix_imports, Str& encoding, Str& errors, Value buffers) {
    PickleSource source(vm, TRY(file_methods(vm, file)));
    ReadOptions options{fix_imports, &encoding, &errors, {}, {}, TRY(buffer_iterator(vm, buffers))};
    int64_t protocol = 0;
    return PickleReader(vm, source, *make_read_memo(vm), options, protocol).load();
}

constinit const NativeType unpickler_memo_proxy_type = {
    .name = "_pickle.UnpicklerMemoProxy",
    .base = nullptr,
    .kind = Kind::Native,
    .size = sizeof(UnpicklerMemoProxy),
    .flags = Type::FINAL | Type::NO_NEW,
    .visit = visit_proxy,
    .members = PROXY_MEMBERS,
    .member_count = std::size(PROXY_MEMBERS),
};

constinit const NativeType unpickler_type = {
    .name = "_pickle.Unpickler",
    .base = nullptr,
    .kind = Kind::Native,
    .size = sizeof(Unpickler),
    .flags = Type::HAS_ATTRIBUTES,
    .visit = visit_unpickler,
    .members = UNPICKLER_MEMBERS,
    .member_count = std::size(UNPICKLER_MEMBERS),
    .doc = "Reads pickles from a file.",
};

} // namespace ouro::stdlib
