// SPDX-License-Identifier: MIT
//
// weakref.proxy: an object that does what its referent does, as long as that lives, and raises ReferenceError
// afterwards. Every operation is done again on the referents, so that messages name their types.
#include "stdlib/weakref/weakref.hpp"

namespace ouro::stdlib {

using namespace ouro::vm;

Result<WeakReference*> make_proxy(VM& vm, Value target, Value callback) {
    bool callable = target.is_object() && is_callable(vm, target);
    return make_weak_reference(vm, vm.native(callable ? callable_proxy_type : proxy_type), target, callback);
}

namespace {

bool is_proxy(Value value) {
    return detail::is_instance_of_native(value, proxy_type) ||
           detail::is_instance_of_native(value, callable_proxy_type);
}

// What an operand stands for: itself unless it is a proxy.
Result<Value> referent(VM& vm, Value value) {
    if (!is_proxy(value))
        return value;
    Object* target = static_cast<WeakReference*>(value.object())->target;
    if (!target)
        return vm.raise(ExceptionId::ReferenceError, "weakly-referenced object no longer exists");
    return Value(target);
}

// --- Operators ---

template <Special special>
Result<Value> binary(VM& vm, Value self, Value other) {
    return binary_operation(vm, special, TRY(referent(vm, self)), TRY(referent(vm, other)));
}
template <Special special>
Result<Value> reflected_binary(VM& vm, Value self, Value other) {
    return binary_operation(vm, special, TRY(referent(vm, other)), TRY(referent(vm, self)));
}
template <Special special>
Result<Value> in_place_binary(VM& vm, Value self, Value other) {
    return in_place_operation(vm, special, TRY(referent(vm, self)), TRY(referent(vm, other)));
}
template <Special special>
Result<Value> unary(VM& vm, Value self) {
    return unary_operation(vm, special, TRY(referent(vm, self)));
}
template <Special special>
Result<Value> comparison(VM& vm, Value self, Value other) {
    return compare(vm, special, TRY(referent(vm, self)), TRY(referent(vm, other)));
}

Result<Value> proxy_pow(VM& vm, Value self, Value other, Value modulus) {
    return power(vm, TRY(referent(vm, self)), TRY(referent(vm, other)), TRY(referent(vm, modulus)));
}
Result<Value> proxy_rpow(VM& vm, Value self, Value other) {
    return proxy_pow(vm, other, self, Value::none());
}

Result<Value> call_builtin(VM& vm, const char* name, std::initializer_list<Value> arguments) {
    DictEntry* entry = dict_find(*vm.builtins, intern(vm, name));
    if (!entry)
        return vm.lookup_error("lost builtins.{}", name);
    return call(vm, entry->value, arguments);
}
Result<Value> proxy_divmod(VM& vm, Value self, Value other) {
    return call_builtin(vm, "divmod", {TRY(referent(vm, self)), TRY(referent(vm, other))});
}
Result<Value> proxy_rdivmod(VM& vm, Value self, Value other) {
    return proxy_divmod(vm, other, self);
}
Result<Value> proxy_reversed(VM& vm, Value self) {
    return call_method(vm, TRY(referent(vm, self)), vm.special_name(Special::Reversed), {});
}
Result<Value> proxy_bytes(VM& vm, Value self) {
    return call_method(vm, TRY(referent(vm, self)), vm.special_name(Special::Bytes), {});
}
Result<Value> proxy_int(VM& vm, Value self) {
    return call(vm, vm.types.int_, {TRY(referent(vm, self))});
}
Result<Value> proxy_float(VM& vm, Value self) {
    return call(vm, vm.types.float_, {TRY(referent(vm, self))});
}
Result<Value> proxy_index(VM& vm, Value self) {
    return vm::index(vm, TRY(referent(vm, self)));
}
Result<bool> proxy_bool(VM& vm, Value self) {
    return truth(vm, TRY(referent(vm, self)));
}

// --- Attributes, containers, iteration, calls ---

Result<Value> proxy_getattribute(VM& vm, Value self, Value name) {
    Str* text = as<Str>(name);
    if (!text)
        return vm.type_error("attribute name must be string, not '{}'", vm.type_name(name));
    return get_attribute(vm, TRY(referent(vm, self)), intern(vm, text));
}
Result<void> proxy_setattr(VM& vm, Value self, Str& name, Value value) {
    return set_attribute(vm, TRY(referent(vm, self)), intern(vm, &name), TRY(referent(vm, value)));
}
Result<void> proxy_delattr(VM& vm, Value self, Str& name) {
    return delete_attribute(vm, TRY(referent(vm, self)), intern(vm, &name));
}
Result<int64_t> proxy_len(VM& vm, Value self) {
    return length(vm, TRY(referent(vm, self)));
}
Result<Value> proxy_getitem(VM& vm, Value self, Value key) {
    return get_item(vm, TRY(referent(vm, self)), TRY(referent(vm, key)));
}
Result<void> proxy_setitem(VM& vm, Value self, Value key, Value value) {
    return set_item(vm, TRY(referent(vm, self)), TRY(referent(vm, key)), TRY(referent(vm, value)));
}
Result<void> proxy_delitem(VM& vm, Value self, Value key) {
    return delete_item(vm, TRY(referent(vm, self)), TRY(referent(vm, key)));
}
Result<bool> proxy_contains(VM& vm, Value self, Value item) {
    return contains(vm, TRY(referent(vm, self)), TRY(referent(vm, item)));
}
Result<Value> proxy_iter(VM& vm, Value self) {
    return get_iterator(vm, TRY(referent(vm, self)));
}
Result<Value> proxy_next(VM& vm, Value self) {
    Value iterator = TRY(referent(vm, self));
    if (!vm.type_of(iterator)->special(vm, Special::Next))
        return vm.type_error("Weakref proxy referenced a non-iterator '{}' object", vm.type_name(iterator));
    Value item = TRY(next(vm, iterator));
    if (item.is_empty())
        return vm.stop_iteration();
    return item;
}
Result<Value> proxy_call(VM& vm, Value self, Args arguments, Kwargs keywords) {
    return call_with_dict(vm, TRY(referent(vm, self)), arguments, &keywords);
}

Result<Str*> proxy_str(VM& vm, Value self) {
    return str(vm, TRY(referent(vm, self)));
}
Result<std::string> proxy_repr(VM& vm, Value self) {
    if (!is_proxy(self))
        return vm.type_error("descriptor '__repr__' requires a weak proxy, not '{}'", vm.type_name(self));
    return weak_repr(vm, "weakproxy", *static_cast<WeakReference*>(self.object()), false);
}

#define BINARY(special, name)                                                                                          \
    fn<binary<Special::special>>("__" name "__(self, value, /)"),                                                      \
        fn<reflected_binary<Special::special>>("__r" name "__(self, value, /)"),                                       \
        fn<in_place_binary<Special::special>>("__i" name "__(self, value, /)")

#define PROXY_MEMBERS                                                                                                  \
    fn<proxy_repr>("__repr__(self, /)"), fn<proxy_str>("__str__(self, /)"),                                            \
        fn<proxy_getattribute>("__getattribute__(self, name, /)"),                                                     \
        fn<proxy_setattr>("__setattr__(self, name, value, /)"), fn<proxy_delattr>("__delattr__(self, name, /)"),       \
        fn<comparison<Special::Lt>>("__lt__(self, value, /)"), fn<comparison<Special::Le>>("__le__(self, value, /)"),  \
        fn<comparison<Special::Eq>>("__eq__(self, value, /)"), fn<comparison<Special::Ne>>("__ne__(self, value, /)"),  \
        fn<comparison<Special::Gt>>("__gt__(self, value, /)"), fn<comparison<Special::Ge>>("__ge__(self, value, /)"),  \
        fn<proxy_iter>("__iter__(self, /)"), fn<proxy_next>("__next__(self, /)"), BINARY(Add, "add"),                  \
        BINARY(Sub, "sub"), BINARY(Mul, "mul"), BINARY(MatMul, "matmul"), BINARY(TrueDiv, "truediv"),                  \
        BINARY(FloorDiv, "floordiv"), BINARY(Mod, "mod"), BINARY(LShift, "lshift"), BINARY(RShift, "rshift"),          \
        BINARY(And, "and"), BINARY(Or, "or"), BINARY(Xor, "xor"), fn<proxy_divmod>("__divmod__(self, value, /)"),      \
        fn<proxy_rdivmod>("__rdivmod__(self, value, /)"), fn<proxy_pow>("__pow__(self, value, mod=None, /)"),          \
        fn<proxy_rpow>("__rpow__(self, value, /)"), fn<in_place_binary<Special::Pow>>("__ipow__(self, value, /)"),     \
        fn<unary<Special::Neg>>("__neg__(self, /)"), fn<unary<Special::Pos>>("__pos__(self, /)"),                      \
        fn<unary<Special::Abs>>("__abs__(self, /)"), fn<unary<Special::Invert>>("__invert__(self, /)"),                \
        fn<proxy_bool>("__bool__(self, /)"), fn<proxy_int>("__int__(self, /)"), fn<proxy_float>("__float__(self, /)"), \
        fn<proxy_index>("__index__(self, /)"), fn<proxy_len>("__len__(self, /)"),                                      \
        fn<proxy_getitem>("__getitem__(self, key, /)"), fn<proxy_setitem>("__setitem__(self, key, value, /)"),         \
        fn<proxy_delitem>("__delitem__(self, key, /)"), fn<proxy_contains>("__contains__(self, key, /)")

constexpr NativeDef MEMBERS[] = {PROXY_MEMBERS, fn<proxy_bytes>("__bytes__(self, /)"),
                                 fn<proxy_reversed>("__reversed__(self, /)")};
constexpr NativeDef CALLABLE_MEMBERS[] = {PROXY_MEMBERS, fn<proxy_call>("__call__(self, /, *args, **kwargs)")};

} // namespace

constinit const NativeType proxy_type = {
    .name = "weakref.ProxyType",
    .base = nullptr,
    .kind = Kind::Native,
    .size = sizeof(WeakReference),
    .flags = Type::FINAL | Type::NO_NEW,
    .visit = WeakReference::visit,
    .members = MEMBERS,
    .member_count = std::size(MEMBERS),
};

constinit const NativeType callable_proxy_type = {
    .name = "weakref.CallableProxyType",
    .base = nullptr,
    .kind = Kind::Native,
    .size = sizeof(WeakReference),
    .flags = Type::FINAL | Type::NO_NEW,
    .visit = WeakReference::visit,
    .members = CALLABLE_MEMBERS,
    .member_count = std::size(CALLABLE_MEMBERS),
};

} // namespace ouro::stdlib
