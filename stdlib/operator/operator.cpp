// SPDX-License-Identifier: MIT
//
// Module operator: Python's operators as functions. Library Reference, "operator". itemgetter, attrgetter and
// methodcaller stand in operator_getters.cpp.
#include "stdlib/operator/operator_getters.hpp"
#include "vm/model/core.hpp"

namespace ouro::stdlib {

using namespace ouro::vm;

template <Special special>
static Result<Value> binary(VM& vm, Value a, Value b) {
    return binary_operation(vm, special, a, b);
}
template <Special special>
static Result<Value> in_place(VM& vm, Value a, Value b) {
    return in_place_operation(vm, special, a, b);
}
template <Special special>
static Result<Value> unary(VM& vm, Value a) {
    return unary_operation(vm, special, a);
}
template <Special special>
static Result<Value> comparison(VM& vm, Value a, Value b) {
    return compare(vm, special, a, b);
}

static Result<Value> pow_function(VM& vm, Value a, Value b) { return power(vm, a, b, Value::none()); }
static Result<bool> not_function(VM& vm, Value a) { return !TRY(truth(vm, a)); }
static Result<bool> truth_function(VM& vm, Value a) { return truth(vm, a); }
static bool is_function(Value a, Value b) { return a == b; }
static bool is_not_function(Value a, Value b) { return a != b; }
static bool is_none_function(Value a) { return a.is_none(); }
static bool is_not_none_function(Value a) { return !a.is_none(); }
static Result<Value> index_function(VM& vm, Value a) { return index(vm, a); }
static Result<bool> contains_function(VM& vm, Value a, Value b) { return contains(vm, a, b); }
static Result<Value> get_item_function(VM& vm, Value a, Value b) { return get_item(vm, a, b); }
static Result<void> set_item_function(VM& vm, Value a, Value b, Value c) { return set_item(vm, a, b, c); }
static Result<void> delete_item_function(VM& vm, Value a, Value b) { return delete_item(vm, a, b); }

static Result<void> check_sequence(VM& vm, Value a) {
    if (vm.type_of(a)->special(vm, Special::GetItem).is_empty() || as<Dict>(a))
        return vm.type_error("'{}' object can't be concatenated", vm.type_name(a));
    return {};
}
static Result<Value> concat(VM& vm, Value a, Value b) {
    TRY(check_sequence(vm, a));
    return binary_operation(vm, Special::Add, a, b);
}
static Result<Value> in_place_concat(VM& vm, Value a, Value b) {
    TRY(check_sequence(vm, a));
    return in_place_operation(vm, Special::Add, a, b);
}

static Result<int64_t> count_of(VM& vm, Value iterable, Value value) {
    int64_t count = 0;
    TRY(for_each(vm, iterable, [&](Value item) -> Result<void> {
        count += TRY(equal(vm, item, value));
        return {};
    }));
    return count;
}

static Result<int64_t> index_of(VM& vm, Value iterable, Value value) {
    Value iterator = TRY(get_iterator(vm, iterable));
    for (int64_t position = 0;; position++) {
        Value item = TRY(next(vm, iterator));
        if (item.is_empty())
            return vm.value_error("sequence.index(x): x not in sequence");
        if (TRY(equal(vm, item, value)))
            return position;
    }
}

static Result<int64_t> length_hint_function(VM& vm, Value object, Value otherwise) {
    if (!is_int(otherwise))
        return vm.type_error("'{}' object cannot be interpreted as an integer", vm.type_name(otherwise));
    return length_hint(vm, object, TRY(index_int64(vm, otherwise)));
}

static Result<Value> call_function(VM& vm, Value callable, Args arguments, Kwargs keywords) {
    return call_with_dict(vm, callable, arguments, &keywords);
}

static constexpr NativeDef operator_members[] = {
    type_constant("itemgetter", item_getter_type),
    type_constant("attrgetter", attribute_getter_type),
    type_constant("methodcaller", method_caller_type),
    fn<comparison<Special::Lt>>("lt(a, b, /)", "Same as a < b."),
    fn<comparison<Special::Le>>("le(a, b, /)", "Same as a <= b."),
    fn<comparison<Special::Eq>>("eq(a, b, /)", "Same as a == b."),
    fn<comparison<Special::Ne>>("ne(a, b, /)", "Same as a != b."),
    fn<comparison<Special::Ge>>("ge(a, b, /)", "Same as a >= b."),
    fn<comparison<Special::Gt>>("gt(a, b, /)", "Same as a > b."),
    fn<not_function>("not_(a, /)", "Same as not a."),
    fn<truth_function>("truth(a, /)", "Return True if a is true, False otherwise."),
    fn<is_function>("is_(a, b, /)", "Same as a is b."),
    fn<is_not_function>("is_not(a, b, /)", "Same as a is not b."),
    fn<is_none_function>("is_none(a, /)", "Same as a is None."),
    fn<is_not_none_function>("is_not_none(a, /)", "Same as a is not None."),
    fn<unary<Special::Abs>>("abs(a, /)", "Same as abs(a)."),
    fn<unary<Special::Neg>>("neg(a, /)", "Same as -a."),
    fn<unary<Special::Pos>>("pos(a, /)", "Same as +a."),
    fn<unary<Special::Invert>>("inv(a, /)", "Same as ~a."),
    fn<unary<Special::Invert>>("invert(a, /)", "Same as ~a."),
    fn<index_function>("index(a, /)", "Same as a.__index__()."),
    fn<binary<Special::Add>>("add(a, b, /)", "Same as a + b."),
    fn<binary<Special::Sub>>("sub(a, b, /)", "Same as a - b."),
    fn<binary<Special::Mul>>("mul(a, b, /)", "Same as a * b."),
    fn<binary<Special::MatMul>>("matmul(a, b, /)", "Same as a @ b."),
    fn<binary<Special::TrueDiv>>("truediv(a, b, /)", "Same as a / b."),
    fn<binary<Special::FloorDiv>>("floordiv(a, b, /)", "Same as a // b."),
    fn<binary<Special::Mod>>("mod(a, b, /)", "Same as a % b."),
    fn<pow_function>("pow(a, b, /)", "Same as a ** b."),
    fn<binary<Special::LShift>>("lshift(a, b, /)", "Same as a << b."),
    fn<binary<Special::RShift>>("rshift(a, b, /)", "Same as a >> b."),
    fn<binary<Special::And>>("and_(a, b, /)", "Same as a & b."),
    fn<binary<Special::Or>>("or_(a, b, /)", "Same as a | b."),
    fn<binary<Special::Xor>>("xor(a, b, /)", "Same as a ^ b."),
    fn<in_place<Special::Add>>("iadd(a, b, /)", "Same as a += b."),
    fn<in_place<Special::Sub>>("isub(a, b, /)", "Same as a -= b."),
    fn<in_place<Special::Mul>>("imul(a, b, /)", "Same as a *= b."),
    fn<in_place<Special::MatMul>>("imatmul(a, b, /)", "Same as a @= b."),
    fn<in_place<Special::TrueDiv>>("itruediv(a, b, /)", "Same as a /= b."),
    fn<in_place<Special::FloorDiv>>("ifloordiv(a, b, /)", "Same as a //= b."),
    fn<in_place<Special::Mod>>("imod(a, b, /)", "Same as a %= b."),
    fn<in_place<Special::Pow>>("ipow(a, b, /)", "Same as a **= b."),
    fn<in_place<Special::LShift>>("ilshift(a, b, /)", "Same as a <<= b."),
    fn<in_place<Special::RShift>>("irshift(a, b, /)", "Same as a >>= b."),
    fn<in_place<Special::And>>("iand(a, b, /)", "Same as a &= b."),
    fn<in_place<Special::Or>>("ior(a, b, /)", "Same as a |= b."),
    fn<in_place<Special::Xor>>("ixor(a, b, /)", "Same as a ^= b."),
    fn<concat>("concat(a, b, /)", "Same as a + b, for sequences."),
    fn<in_place_concat>("iconcat(a, b, /)", "Same as a += b, for sequences."),
    fn<contains_function>("contains(a, b, /)", "Same as b in a (note the order)."),
    fn<count_of>("countOf(a, b, /)", "Return how many items of a equal b."),
    fn<index_of>("indexOf(a, b, /)", "Return the first index of b in a."),
    fn<get_item_function>("getitem(a, b, /)", "Same as a[b]."),
    fn<set_item_function>("setitem(a, b, c, /)", "Same as a[b] = c."),
    fn<delete_item_function>("delitem(a, b, /)", "Same as del a[b]."),
    fn<length_hint_function>("length_hint(obj, default=0, /)", "Return an estimate of the number of items in obj."),
    fn<call_function>("call(obj, /, *args, **kwargs)", "Same as obj(*args, **kwargs)."),
};

// Each operator under its dunder name too: operator.__add__ is operator.add.
static constexpr const char* DUNDER_ALIASES[][2] = {
    {"__lt__", "lt"},
    {"__le__", "le"},
    {"__eq__", "eq"},
    {"__ne__", "ne"},
    {"__ge__", "ge"},
    {"__gt__", "gt"},
    {"__not__", "not_"},
    {"__abs__", "abs"},
    {"__neg__", "neg"},
    {"__pos__", "pos"},
    {"__inv__", "inv"},
    {"__invert__", "invert"},
    {"__index__", "index"},
    {"__add__", "add"},
    {"__sub__", "sub"},
    {"__mul__", "mul"},
    {"__matmul__", "matmul"},
    {"__truediv__", "truediv"},
    {"__floordiv__", "floordiv"},
    {"__mod__", "mod"},
    {"__pow__", "pow"},
    {"__lshift__", "lshift"},
    {"__rshift__", "rshift"},
    {"__and__", "and_"},
    {"__or__", "or_"},
    {"__xor__", "xor"},
    {"__iadd__", "iadd"},
    {"__isub__", "isub"},
    {"__imul__", "imul"},
    {"__imatmul__", "imatmul"},
    {"__itruediv__", "itruediv"},
    {"__ifloordiv__", "ifloordiv"},
    {"__imod__", "imod"},
    {"__ipow__", "ipow"},
    {"__ilshift__", "ilshift"},
    {"__irshift__", "irshift"},
    {"__iand__", "iand"},
    {"__ior__", "ior"},
    {"__ixor__", "ixor"},
    {"__concat__", "concat"},
    {"__iconcat__", "iconcat"},
    {"__contains__", "contains"},
    {"__getitem__", "getitem"},
    {"__setitem__", "setitem"},
    {"__delitem__", "delitem"},
    {"__call__", "call"},
};

static Result<void> initialize_operator(VM& vm, Module& module) {
    for (auto& [alias, name] : DUNDER_ALIASES) {
        DictEntry* entry = dict_find(*module.dict, intern(vm, name));
        OURO_VERIFY(entry);
        module_set(vm, module, alias, entry->value);
    }
    return {};
}

extern const NativeModule operator_module;
const NativeModule operator_module = {
    .name = "operator",
    .doc = "Operator interface.\n\nFunctions that correspond to the operators of Python.",
    .members = operator_members,
    .member_count = std::size(operator_members),
    .initialize = initialize_operator,
};

} // namespace ouro::stdlib
