// SPDX-License-Identifier: MIT
//
// The type int: construction, special methods and methods (Library Reference, "Numeric Types"). Methods take instances
// of bool and of subclasses too and give exact ints; operators give NotImplemented for what is no int.

#include "vm/model/buffer.hpp"
#include "vm/objects/format_spec.hpp"
#include "vm/values/int.hpp"
#include "vm/values/int_limbs.hpp"
#include "vm/objects/int/number_arguments.hpp"
#include "vm/model/numbers.hpp"

#include <cmath>

namespace ouro::vm {

// --- Construction --------------------------------------------------------------------------------------------------

static Result<Value> int_from_text_object(VM& vm, Value text, Value base_value) {
    std::optional<int64_t> base = to_int64(TRY(index(vm, base_value)));
    if (!base || (*base != 0 && (*base < 2 || *base > 36)))
        return vm.value_error("int() base must be >= 2 and <= 36, or 0");
    if (Str* str = as<Str>(text))
        return int_from_text(vm, str->view(), int(*base));
    if (Bytes* bytes = TRY(served_bytes_or_null(vm, text)))
        return int_from_bytes_text(vm, bytes->view(), int(*base));
    return vm.type_error("int() can't convert non-string with explicit base");
}

// Differs: __trunc__ is not asked, as since Python 3.14.
static Result<Value> int_new(VM& vm, Type& cls, Value x, Value base) {
    if (x.is_empty() && !base.is_empty())
        return vm.type_error("int() missing string argument");
    Value value = Value::small_int(0);
    if (!base.is_empty())
        value = TRY(int_from_text_object(vm, x, base));
    else if (!x.is_empty())
        value = TRY(int_from_object(vm, x));
    return &cls == vm.types.int_ ? Result<Value>(value) : make_int_instance(vm, cls, value);
}

// --- Operators -----------------------------------------------------------------------------------------------------

using BinaryFunction = Result<Value> (*)(VM&, Value, Value);
using UnaryFunction = Result<Value> (*)(VM&, Value);

template <BinaryFunction F>
static Result<Value> binary(VM& vm, IntSelf self, Value other) {
    return is_int(other) ? F(vm, self.value, other) : Result<Value>(Value::not_implemented());
}

template <BinaryFunction F>
static Result<Value> reflected(VM& vm, IntSelf self, Value other) {
    return is_int(other) ? F(vm, other, self.value) : Result<Value>(Value::not_implemented());
}

template <UnaryFunction F>
static Result<Value> unary(VM& vm, IntSelf self) {
    return F(vm, self.value);
}

template <Special S>
static Value compare_ints(IntSelf self, Value other) {
    if (!is_int(other))
        return Value::not_implemented();
    int order = int_compare(self.value, other);
    switch (S) {
    case Special::Lt: return Value::boolean(order < 0);
    case Special::Le: return Value::boolean(order <= 0);
    case Special::Eq: return Value::boolean(order == 0);
    case Special::Ne: return Value::boolean(order != 0);
    case Special::Gt: return Value::boolean(order > 0);
    default: return Value::boolean(order >= 0);
    }
}

static Result<Value> divmod_values(VM& vm, Value a, Value b) {
    return Value(TRY(int_divmod(vm, a, b)));
}

static Result<Value> power_of_ints(VM& vm, Value base, Value exponent, Value modulus) {
    if (!is_int(base) || !is_int(exponent) || !(modulus.is_none() || is_int(modulus)))
        return Value::not_implemented();
    return modulus.is_none() ? int_pow(vm, base, exponent) : int_pow_modulo(vm, base, exponent, modulus);
}

static Result<Value> int_dunder_pow(VM& vm, IntSelf self, Value other, Value modulus) {
    return power_of_ints(vm, self.value, other, modulus);
}

static Result<Value> int_dunder_rpow(VM& vm, IntSelf self, Value other, Value modulus) {
    return power_of_ints(vm, other, self.value, modulus);
}

// --- Methods -------------------------------------------------------------------------------------------------------

static int64_t int_dunder_hash(IntSelf self) { return int64_t(int_hash(self.value)); }
static bool int_dunder_bool(IntSelf self) { return int_sign(self.value) != 0; }
static Result<double> int_dunder_float(VM& vm, IntSelf self) { return int_to_double(vm, self.value); }
static Result<Str*> int_dunder_repr(VM& vm, IntSelf self) { return int_repr(vm, self.value); }
static Result<Str*> int_dunder_format(VM& vm, IntSelf self, std::string_view spec) {
    return format_int(vm, self.value, spec);
}
static int64_t int_zero(IntSelf) { return 0; }
static int64_t int_one(IntSelf) { return 1; }
static bool int_is_integer(IntSelf) { return true; }
static int64_t int_method_bit_length(IntSelf self) { return int64_t(int_bit_length(self.value)); }

static Result<Value> int_dunder_round(VM& vm, IntSelf self, Value digits) {
    if (digits.is_empty())
        return int_exact(vm, self.value);
    return int_round(vm, self.value, TRY(index(vm, digits)));
}

static int64_t int_bit_count(IntSelf self) {
    IntView view(self.value);
    return view.is_zero() ? 0 : int64_t(mpn_popcount(view.limbs(), mp_size_t(view.count())));
}

static Result<Tuple*> int_as_integer_ratio(VM& vm, IntSelf self) {
    return make_tuple(vm, {TRY(int_exact(vm, self.value)), Value::small_int(1)});
}

static Result<Tuple*> int_getnewargs(VM& vm, IntSelf self) {
    return make_tuple(vm, {TRY(int_exact(vm, self.value))});
}

static int64_t int_sizeof(IntSelf self) {
    return int64_t(sizeof(Value) +
                   (as<BigInt>(self.value) ? sizeof(BigInt) + IntView(self.value).count() * sizeof(uint64_t) : 0));
}

static Result<bool> is_little_endian(VM& vm, std::string_view order) {
    if (order == "little")
        return true;
    if (order == "big")
        return false;
    return vm.value_error("byteorder must be either 'little' or 'big'");
}

static Result<Bytes*> int_to_bytes(VM& vm, IntSelf self, int64_t length, std::string_view order, bool is_signed) {
    bool little = TRY(is_little_endian(vm, order));
    if (length < 0)
        return vm.value_error("length argument must be non-negative");
    Bytes* bytes = TRY(make_bytes_uninitialized(vm, size_t(length)));
    TRY(int_to_octets(vm, self.value, bytes->data(), size_t(length), little, is_signed));
    return bytes;
}

// bytes(value) as from_bytes makes it: no counts, no str.
static Result<std::string> collect_octets(VM& vm, Value value) {
    Value bytes = TRY(call_special(vm, value, Special::Bytes));
    if (!bytes.is_empty()) {
        if (Bytes* exact = as<Bytes>(bytes))
            return std::string(exact->view());
        return vm.type_error("__bytes__ returned non-bytes (type {})", vm.type_name(bytes));
    }
    if (is_bytes_like(vm, value))
        return std::string(TRY(Buffer::of(vm, value)).view.octets());
    if (as<Str>(value) || vm.type_of(value)->special(vm, Special::Iter).is_empty())
        return vm.type_error("cannot convert '{}' object to bytes", vm.type_name(value));
    std::string octets;
    TRY(for_each(vm, value, [&](Value item) -> Result<void> {
        std::optional<int64_t> octet = to_int64(TRY(index(vm, item)));
        if (!octet || *octet < 0 || *octet > 255)
            return vm.value_error("bytes must be in range(0, 256)");
        octets += char(*octet);
        if (octets.size() % 65536 == 0)
            TRY(vm.heap.reserve(octets.size() * 2));
        return {};
    }));
    return octets;
}

static Result<Value> int_from_bytes(VM& vm, Type& cls, Value bytes, std::string_view order, bool is_signed) {
    bool little = TRY(is_little_endian(vm, order));
    Value value;
    if (Bytes* exact = as_exact<Bytes>(bytes))
        value = TRY(int_from_octets(vm, exact->view(), little, is_signed));
    else
        value = TRY(int_from_octets(vm, TRY(collect_octets(vm, bytes)), little, is_signed));
    return &cls == vm.types.int_ ? Result<Value>(value) : call(vm, Value(&cls), {value});
}

// --- The type ------------------------------------------------------------------------------------------------------

static constexpr NativeDef int_members[] = {
    fn<int_new>("__new__(cls, x=<unset>, /, base=<unset>)", "Create and return a new int from a number or text."),
    fn<int_dunder_repr>("__repr__(self, /)"),
    fn<int_dunder_hash>("__hash__(self, /)"),
    fn<compare_ints<Special::Lt>>("__lt__(self, value, /)"),
    fn<compare_ints<Special::Le>>("__le__(self, value, /)"),
    fn<compare_ints<Special::Eq>>("__eq__(self, value, /)"),
    fn<compare_ints<Special::Ne>>("__ne__(self, value, /)"),
    fn<compare_ints<Special::Gt>>("__gt__(self, value, /)"),
    fn<compare_ints<Special::Ge>>("__ge__(self, value, /)"),
    fn<binary<int_add>>("__add__(self, value, /)"),
    fn<reflected<int_add>>("__radd__(self, value, /)"),
    fn<binary<int_sub>>("__sub__(self, value, /)"),
    fn<reflected<int_sub>>("__rsub__(self, value, /)"),
    fn<binary<int_mul>>("__mul__(self, value, /)"),
    fn<reflected<int_mul>>("__rmul__(self, value, /)"),
    fn<binary<int_mod>>("__mod__(self, value, /)"),
    fn<reflected<int_mod>>("__rmod__(self, value, /)"),
    fn<binary<divmod_values>>("__divmod__(self, value, /)"),
    fn<reflected<divmod_values>>("__rdivmod__(self, value, /)"),
    fn<int_dunder_pow>("__pow__(self, value, mod=None, /)"),
    fn<int_dunder_rpow>("__rpow__(self, value, mod=None, /)"),
    fn<unary<int_negate>>("__neg__(self, /)"),
    fn<unary<int_exact>>("__pos__(self, /)"),
    fn<unary<int_abs>>("__abs__(self, /)"),
    fn<int_dunder_bool>("__bool__(self, /)"),
    fn<unary<int_invert>>("__invert__(self, /)"),
    fn<binary<int_lshift>>("__lshift__(self, value, /)"),
    fn<reflected<int_lshift>>("__rlshift__(self, value, /)"),
    fn<binary<int_rshift>>("__rshift__(self, value, /)"),
    fn<reflected<int_rshift>>("__rrshift__(self, value, /)"),
    fn<binary<int_and>>("__and__(self, value, /)"),
    fn<reflected<int_and>>("__rand__(self, value, /)"),
    fn<binary<int_xor>>("__xor__(self, value, /)"),
    fn<reflected<int_xor>>("__rxor__(self, value, /)"),
    fn<binary<int_or>>("__or__(self, value, /)"),
    fn<reflected<int_or>>("__ror__(self, value, /)"),
    fn<unary<int_exact>>("__int__(self, /)"),
    fn<int_dunder_float>("__float__(self, /)"),
    fn<binary<int_floor_div>>("__floordiv__(self, value, /)"),
    fn<reflected<int_floor_div>>("__rfloordiv__(self, value, /)"),
    fn<binary<int_true_div>>("__truediv__(self, value, /)"),
    fn<reflected<int_true_div>>("__rtruediv__(self, value, /)"),
    fn<unary<int_exact>>("__index__(self, /)"),
    fn<unary<int_exact>>("conjugate(self, /)", "The complex conjugate of an int is the int itself."),
    fn<int_method_bit_length>("bit_length(self, /)", "Number of bits of the absolute value in binary."),
    fn<int_bit_count>("bit_count(self, /)", "Number of ones in the binary form of the absolute value."),
    fn<int_to_bytes>("to_bytes(self, /, length=1, byteorder='big', *, signed=False)",
                     "An array of bytes representing the integer."),
    class_fn<int_from_bytes>("from_bytes(cls, /, bytes, byteorder='big', *, signed=False)",
                             "The integer represented by an array of bytes."),
    fn<int_as_integer_ratio>("as_integer_ratio(self, /)", "A pair of integers whose ratio is equal to the int."),
    fn<unary<int_exact>>("__trunc__(self, /)"),
    fn<unary<int_exact>>("__floor__(self, /)"),
    fn<unary<int_exact>>("__ceil__(self, /)"),
    fn<int_dunder_round>("__round__(self, ndigits=<unset>, /)"),
    fn<int_getnewargs>("__getnewargs__(self, /)"),
    fn<int_dunder_format>("__format__(self, format_spec, /)"),
    fn<int_sizeof>("__sizeof__(self, /)"),
    fn<int_is_integer>("is_integer(self, /)", "True: for duck typing with float.is_integer."),
    get<unary<int_exact>>("real", "the real part of a complex number"),
    get<int_zero>("imag", "the imaginary part of a complex number"),
    get<unary<int_exact>>("numerator", "the numerator of a rational number in lowest terms"),
    get<int_one>("denominator", "the denominator of a rational number in lowest terms"),
};

const NativeType int_type = {
    .name = "int",
    .base = nullptr,
    .kind = Kind::BigInt,
    .size = sizeof(BigInt),
    .flags = Type::VARIABLE_SIZE,
    .visit = nullptr,
    .members = int_members,
    .member_count = std::size(int_members),
    .doc =
        "int([x]) -> integer\nint(x, base=10) -> integer\n\nThe integer that a number or a text stands for; 0 without "
        "arguments. Text may be in any base from 2 to 36; base 0 reads it as a literal in source code.",
};

} // namespace ouro::vm
