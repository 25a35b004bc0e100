// SPDX-License-Identifier: MIT
//
// The type bool: two immediates that are ints in every other respect. & | ^ of two bools give a bool.

#include "vm/objects/int/number_arguments.hpp"

namespace ouro::vm {

static Result<Value> bool_new(VM& vm, Type&, Value x) {
    return Value::boolean(!x.is_empty() && TRY(truth(vm, x)));
}

// Only the two singletons are bools.
struct BoolSelf {
    bool value;
};

namespace detail {

template <>
struct Argument<BoolSelf> {
    static Result<BoolSelf> convert(VM& vm, NativeFunction& callee, unsigned index, Value value) {
        if (!value.is_bool())
            return argument_type_error(vm, callee, index, value, "bool");
        return BoolSelf{value.is_true()};
    }
};

} // namespace detail

static Str* bool_repr(VM& vm, BoolSelf self) { return self.value ? vm.names.true_ : vm.names.false_; }
static int64_t bool_invert(BoolSelf self) { return self.value ? -2 : -1; }

using IntFunction = Result<Value> (*)(VM&, Value, Value);

template <IntFunction F>
static Result<Value> bitwise(VM& vm, BoolSelf self, Value other) {
    if (!is_int(other))
        return Value::not_implemented();
    Value result = TRY(F(vm, Value::boolean(self.value), other));
    return other.is_bool() ? Value::boolean(result.small_int() != 0) : result;
}

static constexpr NativeDef bool_members[] = {
    fn<bool_new>("__new__(cls, object=<unset False>, /)", "True when x is true; False without arguments."),
    fn<bool_repr>("__repr__(self, /)"),
    fn<bool_invert>("__invert__(self, /)"),
    fn<bitwise<int_and>>("__and__(self, value, /)"),
    fn<bitwise<int_and>>("__rand__(self, value, /)"),
    fn<bitwise<int_xor>>("__xor__(self, value, /)"),
    fn<bitwise<int_xor>>("__rxor__(self, value, /)"),
    fn<bitwise<int_or>>("__or__(self, value, /)"),
    fn<bitwise<int_or>>("__ror__(self, value, /)"),
};

const NativeType bool_type = {
    .name = "bool",
    .base = &int_type,
    .kind = Kind::BigInt,
    .size = sizeof(BigInt),
    .flags = Type::VARIABLE_SIZE | Type::FINAL,
    .visit = nullptr,
    .members = bool_members,
    .member_count = std::size(bool_members),
    .doc = "bool(object=False, /)\n--\n\nTrue or False by the truth of the object.",
};

} // namespace ouro::vm
