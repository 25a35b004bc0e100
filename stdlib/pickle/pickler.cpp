// SPDX-License-Identifier: MIT
//
// The class Pickler, and dump and dumps, which need none.
#include "stdlib/pickle/pickler.hpp"

#include "stdlib/pickle/writer.hpp"
#include "vm/model/class.hpp"

namespace ouro::stdlib {

using namespace ouro::vm;

namespace {

struct Pickler : Object {
    static constexpr Kind KIND = Kind::Native;
    static constexpr const NativeType& native_type = pickler_type;
    WriteMemo* memo;
    Value write;           // empty before __init__
    Value buffer_callback; // or empty
    int64_t protocol;
    bool fix_imports, fast, running;
};

// The `memo` of a Pickler as scripts see it.
struct PicklerMemoProxy : Object {
    static constexpr Kind KIND = Kind::Native;
    static constexpr const NativeType& native_type = pickler_memo_proxy_type;
    Pickler* pickler;
};

void visit_pickler(Object* object, Visitor& visitor) {
    auto& self = *static_cast<Pickler*>(object);
    visitor.visit(self.memo);
    visitor.visit(self.write);
    visitor.visit(self.buffer_callback);
}

void visit_proxy(Object* object, Visitor& visitor) {
    visitor.visit(static_cast<PicklerMemoProxy*>(object)->pickler);
}

// --- Options -------------------------------------------------------------------------------------------------------

// None: the default; negative: the highest.
Result<int> checked_protocol(VM& vm, Value protocol) {
    if (protocol.is_none())
        return DEFAULT_PROTOCOL;
    int64_t number = TRY(index_int64(vm, protocol));
    if (number > HIGHEST_PROTOCOL)
        return vm.value_error("pickle protocol must be <= {}", HIGHEST_PROTOCOL);
    return number < 0 ? HIGHEST_PROTOCOL : int(number);
}

Result<Value> checked_callback(VM& vm, Value callback, int protocol) {
    if (callback.is_none())
        return Value();
    if (protocol < 5)
        return vm.value_error("buffer_callback needs protocol >= 5");
    return callback;
}

Result<Value> write_method(VM& vm, Value file) {
    Value write = TRY(find_attribute(vm, file, vm.names.write));
    if (!write)
        return vm.type_error("file must have a 'write' attribute");
    return write;
}

// --- Making and using ----------------------------------------------------------------------------------------------

Result<Value> pickler_new(VM& vm, Type* type, Args, Kwargs) {
    WriteMemo* memo = make_write_memo(vm);
    auto* self = static_cast<Pickler*>(allocate_instance(vm, type));
    self->memo = memo;
    return self;
}

Result<void> pickler_init(VM& vm, Pickler& self, Value file, Value protocol, bool fix_imports, Value buffer_callback) {
    int number = TRY(checked_protocol(vm, protocol));
    Value callback = TRY(checked_callback(vm, buffer_callback, number));
    Value write = TRY(write_method(vm, file));
    Heap::store(&self, self.write, write);
    Heap::store(&self, self.buffer_callback, callback);
    self.protocol = number;
    self.fix_imports = fix_imports && number < 3;
    self.fast = false;
    self.memo->clear(vm);
    return {};
}

// The attribute where it is not Pickler's own method.
Result<Value> overridden(VM& vm, Pickler& self, const char* name) {
    Str* interned = intern(vm, name);
    Value found = TRY(find_attribute(vm, &self, interned));
    auto* method = found ? as<BoundMethod>(found) : nullptr;
    bool is_own = method && method->self == Value(&self) &&
                  method->function == vm.native(pickler_type)->lookup(vm, interned);
    return is_own ? Value() : found;
}

Result<void> pickler_dump(VM& vm, Pickler& self, Value object) {
    if (!self.write)
        return raise_pickle_error(vm, "PicklingError",
                                  fmt::format("Pickler.__init__() was not called by {}.__init__()",
                                              full_type_name(vm, self.type())));
    WriteOptions options;
    options.protocol = int(self.protocol);
    options.fix_imports = self.fix_imports;
    options.fast = self.fast;
    options.persistent_id = TRY(overridden(vm, self, "persistent_id"));
    options.reducer_override = TRY(find_attribute(vm, &self, "reducer_override"));
    options.dispatch_table = TRY(find_attribute(vm, &self, "dispatch_table"));
    options.buffer_callback = self.buffer_callback;
    if (self.running)
        return vm.runtime_error("Pickler object is already used");
    self.running = true;
    Result<void> done = PickleWriter(vm, *self.memo, options, self.write).dump(object);
    self.running = false;
    return done;
}

Value pickler_persistent_id(Pickler&, Value) { return Value::none(); }
void pickler_clear_memo(VM& vm, Pickler& self) { self.memo->clear(vm); }

int64_t pickler_bin(Pickler& self) { return self.protocol > 0; }
Result<void> pickler_set_bin(VM& vm, Pickler& self, Value value) {
    int64_t number = TRY(index_int64(vm, value));
    self.protocol = number ? std::max<int64_t>(self.protocol, 1) : 0;
    return {};
}
int64_t pickler_fast(Pickler& self) { return self.fast; }
Result<void> pickler_set_fast(VM& vm, Pickler& self, Value value) {
    if (!value)
        return vm.type_error("can't delete numeric/char attribute");
    self.fast = TRY(index_int64(vm, value)) != 0;
    return {};
}

// --- The memo ------------------------------------------------------------------------------------------------------

Value pickler_memo(VM& vm, Pickler& self) {
    auto* proxy = static_cast<PicklerMemoProxy*>(allocate_instance(vm, vm.native(pickler_memo_proxy_type)));
    proxy->pickler = &self;
    return proxy;
}

Result<void> fill_memo(VM& vm, WriteMemo& memo, Dict& given) {
    for (uint32_t i = 0; i < given.entry_count; i++) {
        DictEntry entry = given.begin()[i];
        if (entry.key.is_empty())
            continue;
        Tuple* pair = as<Tuple>(entry.value);
        if (!pair || pair->size() != 2)
            return vm.type_error("'memo' values must be 2-item tuples");
        if (!is_int((*pair)[0]))
            return vm.type_error("an integer is required");
        std::optional<int64_t> number = to_int64((*pair)[0]);
        if (!number || *number < 0 || *number >= int64_t(WriteMemo::NOT_FOUND))
            return vm.overflow_error("memo number out of range");
        TRY(memo.put(vm, (*pair)[1], uint32_t(*number)));
    }
    return {};
}

Result<Dict*> proxy_copy(VM& vm, PicklerMemoProxy& self) {
    Dict* copy = make_dict(vm);
    List& objects = *self.pickler->memo->objects;
    for (size_t i = 0; i < objects.size(); i++) {
        if (objects[i].is_empty())
            continue;
        uint32_t number = self.pickler->memo->find(objects[i]);
        Tuple* pair = make_tuple(vm, {Value::small_int(number), objects[i]});
        TRY(dict_set(vm, *copy, make_int_unsigned(vm, objects[i].bits()), pair));
    }
    return copy;
}

Result<void> pickler_set_memo(VM& vm, Pickler& self, Value value) {
    if (!value)
        return vm.type_error("attribute deletion is not supported");
    auto* proxy = detail::native_cast<PicklerMemoProxy>(value);
    Dict* given = proxy ? TRY(proxy_copy(vm, *proxy)) : as<Dict>(value);
    if (!given)
        return vm.type_error("'memo' attribute must be a PicklerMemoProxy object or dict, not {}", vm.type_name(value));
    WriteMemo* memo = make_write_memo(vm);
    TRY(fill_memo(vm, *memo, *given));
    Heap::store(&self, self.memo, memo);
    return {};
}

void proxy_clear(VM& vm, PicklerMemoProxy& self) { self.pickler->memo->clear(vm); }
Result<Value> proxy_reduce(VM& vm, PicklerMemoProxy& self) {
    Dict* copy = TRY(proxy_copy(vm, self));
    Tuple* arguments = make_tuple(vm, {copy});
    return make_tuple(vm, {vm.types.dict, arguments});
}

constexpr NativeDef PROXY_MEMBERS[] = {
    fn<proxy_clear>("clear(self, /)", "Forget all objects."),
    fn<proxy_copy>("copy(self, /)", "A dict of the objects and their numbers by the objects' ids."),
    fn<proxy_reduce>("__reduce__(self, /)"),
    none_constant("__hash__"),
};

constexpr NativeDef PICKLER_MEMBERS[] = {
    fn<pickler_new>("__new__(cls, /, *args, **kwargs)"),
    fn<pickler_init>("__init__(self, file, protocol=None, fix_imports=True, buffer_callback=None)"),
    fn<pickler_dump>("dump(self, obj, /)", "Write a pickle of the object to the file."),
    fn<pickler_clear_memo>("clear_memo(self, /)", "Forget which objects have been written."),
    fn<pickler_persistent_id>("persistent_id(self, obj, /)", "For subclasses: an id to write in the object's place."),
    get<pickler_memo, pickler_set_memo>("memo"),
    get<pickler_bin, pickler_set_bin>("bin"),
    get<pickler_fast, pickler_set_fast>("fast"),
};

} // namespace

// --- Without an object ---------------------------------------------------------------------------------------------

Result<Bytes*> pickle_dumps(VM& vm, Value object, Value protocol, bool fix_imports, Value buffer_callback) {
    WriteOptions options;
    options.protocol = TRY(checked_protocol(vm, protocol));
    options.buffer_callback = TRY(checked_callback(vm, buffer_callback, options.protocol));
    options.fix_imports = fix_imports;
    PickleWriter writer(vm, *make_write_memo(vm), options, {});
    TRY(writer.dump(object));
    return writer.finish();
}

Result<void> pickle_dump(VM& vm, Value object, Value file, Value protocol, bool fix_imports, Value buffer_callback) {
    WriteOptions options;
    options.protocol = TRY(checked_protocol(vm, protocol));
    options.buffer_callback = TRY(checked_callback(vm, buffer_callback, options.protocol));
    options.fix_imports = fix_imports;
    return PickleWriter(vm, *make_write_memo(vm), options, TRY(write_method(vm, file))).dump(object);
}

constinit const NativeType pickler_memo_proxy_type = {
    .name = "_pickle.PicklerMemoProxy",
    .base = nullptr,
    .kind = Kind::Native,
    .size = sizeof(PicklerMemoProxy),
    .flags = Type::FINAL | Type::NO_NEW,
    .visit = visit_proxy,
    .members = PROXY_MEMBERS,
    .member_count = std::size(PROXY_MEMBERS),
};

constinit const NativeType pickler_type = {
    .name = "_pickle.Pickler",
    .base = nullptr,
    .kind = Kind::Native,
    .size = sizeof(Pickler),
    .flags = Type::HAS_ATTRIBUTES,
    .visit = visit_pickler,
    .members = PICKLER_MEMBERS,
    .member_count = std::size(PICKLER_MEMBERS),
    .doc = "Writes pickles to a file.",
};

} // namespace ouro::stdlib
