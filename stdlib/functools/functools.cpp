// SPDX-License-Identifier: MIT
//
// Module _functools: reduce and cmp_to_key, and the table. The other types stand in files of their own.
#include "stdlib/functools/functools.hpp"

#include "vm/model/sequence.hpp"
#include "stdlib/functools/partial.hpp"

namespace ouro::stdlib {

using namespace ouro::vm;

// functools.reduce. Library Reference, "functools".
static Result<Value> reduce(VM& vm, Value function, Value iterable, Value initial) {
    auto iterator = get_iterator(vm, iterable);
    if (iterator.is_error()) {
        if (is_exception_of(iterator.exception(), vm, ExceptionId::TypeError))
            return vm.type_error("reduce() arg 2 must support iteration");
        return iterator.error();
    }
    Value total = initial;
    for (;;) {
        Value item = TRY(next(vm, iterator.release()));
        if (item.is_empty())
            break;
        total = total.is_empty() ? item : TRY(call(vm, function, {total, item}));
    }
    if (total.is_empty())
        return vm.type_error("reduce() of empty iterable with no initial value");
    return total;
}

// --- cmp_to_key: objects that are compared by a function -----------------------------------------------------------

struct KeyWrapper : Object {
    static constexpr Kind KIND = Kind::Native;
    static constexpr const NativeType& native_type = key_wrapper_type;
    Value compare;
    Value object; // empty in the key function itself
};

static KeyWrapper* make_key_wrapper(VM& vm, Value compare, Value object) {
    auto* wrapper = vm.heap.make<KeyWrapper>(vm.native(key_wrapper_type)->root_shape);
    wrapper->compare = compare;
    wrapper->object = object;
    return wrapper;
}

static Object* cmp_to_key(VM& vm, Value compare) { return make_key_wrapper(vm, compare, {}); }

static Object* key_wrapper_call(VM& vm, KeyWrapper& self, Value object) {
    return make_key_wrapper(vm, self.compare, object);
}

template <Special comparison>
static Result<Value> key_wrapper_compare(VM& vm, KeyWrapper& self, Value other) {
    auto* right = detail::native_cast<KeyWrapper>(other);
    if (!right)
        return vm.type_error("other argument must be K instance");
    if (self.object.is_empty() || right->object.is_empty())
        return vm.raise(ExceptionId::AttributeError, "object");
    Value order = TRY(call(vm, self.compare, {self.object, right->object}));
    return compare(vm, comparison, order, Value::small_int(0));
}

static Value key_wrapper_object(KeyWrapper& self) { return self.object.is_empty() ? Value::none() : self.object; }

static void visit_key_wrapper(Object* object, Visitor& visitor) {
    visitor.visit(static_cast<KeyWrapper*>(object)->compare);
    visitor.visit(static_cast<KeyWrapper*>(object)->object);
}

static constexpr NativeDef key_wrapper_members[] = {
    fn<key_wrapper_call>("__call__(self, obj)"),
    fn<key_wrapper_compare<Special::Lt>>("__lt__(self, value, /)"),
    fn<key_wrapper_compare<Special::Le>>("__le__(self, value, /)"),
    fn<key_wrapper_compare<Special::Eq>>("__eq__(self, value, /)"),
    fn<key_wrapper_compare<Special::Ne>>("__ne__(self, value, /)"),
    fn<key_wrapper_compare<Special::Gt>>("__gt__(self, value, /)"),
    fn<key_wrapper_compare<Special::Ge>>("__ge__(self, value, /)"),
    none_constant("__hash__"),
    get<key_wrapper_object>("obj", "Value wrapped by a key function."),
};

const NativeType key_wrapper_type = {
    .name = "functools.KeyWrapper",
    .base = nullptr,
    .kind = Kind::Native,
    .size = sizeof(KeyWrapper),
    .flags = Type::FINAL | Type::NO_NEW,
    .visit = visit_key_wrapper,
    .members = key_wrapper_members,
    .member_count = std::size(key_wrapper_members),
};

static constexpr NativeDef functools_members[] = {
    type_constant("partial", partial_type),
    type_constant("_lru_cache_wrapper", lru_cache_type),
    type_constant("_ClassCache", class_cache_type),
    fn<reduce>("reduce(function, iterable, /, initial=<unset>)",
               "Apply a function of two arguments cumulatively to the items of an iterable, from left to right."),
    fn<cmp_to_key>("cmp_to_key(mycmp)", "Convert a cmp= function into a key= function."),
};

static Result<void> initialize_functools(VM& vm, Module& module) {
    module_set(vm, module, "Placeholder", make_placeholder(vm));
    return {};
}

extern const NativeModule functools_module;
const NativeModule functools_module = {
    .name = "_functools",
    .doc = "The native part of functools.",
    .members = functools_members,
    .member_count = std::size(functools_members),
    .initialize = initialize_functools,
};

} // namespace ouro::stdlib
