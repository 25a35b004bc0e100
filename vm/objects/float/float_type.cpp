// SPDX-License-Identifier: MIT
//
// The type float: construction, special methods and methods (Library Reference, "Numeric Types"). Operands may be
// floats and ints; ints too large for a double are an OverflowError in arithmetic, but compare exactly.

#include "vm/model/buffer.hpp"
#include "vm/objects/format_spec.hpp"
#include "vm/values/float.hpp"
#include "vm/values/int.hpp"
#include "vm/objects/int/number_arguments.hpp"
#include "vm/model/numbers.hpp"

#include <cmath>

namespace ouro::vm {

// --- Construction --------------------------------------------------------------------------------------------------

static Result<Value> make_float_instance(VM& vm, Type& cls, double number) {
    if (&cls == vm.types.float_)
        return Value::number(number);
    auto* boxed = static_cast<Float*>(allocate_instance(vm, &cls));
    boxed->number = number;
    return boxed;
}

static Result<Value> float_new(VM& vm, Type& cls, Value x) {
    return make_float_instance(vm, cls, x.is_empty() ? 0.0 : TRY(float_from_object(vm, x)));
}

static Result<Value> float_method_from_hex(VM& vm, Type& cls, Value text) {
    Str* hex = as<Str>(text);
    if (!hex)
        return vm.type_error("bad argument type for built-in operation");
    double number = TRY(float_from_hex(vm, hex->view()));
    return &cls == vm.types.float_ ? Result<Value>(Value::number(number))
                                   : call(vm, Value(&cls), {Value::number(number)});
}

static Result<Value> float_from_number(VM& vm, Type& cls, Value value) {
    double number = TRY(to_double(vm, value));
    return &cls == vm.types.float_ ? Result<Value>(Value::number(number))
                                   : call(vm, Value(&cls), {Value::number(number)});
}

static Result<std::string> float_getformat(VM& vm, Type&, std::string_view kind) {
    if (kind != "double" && kind != "float")
        return vm.value_error("__getformat__() argument 1 must be 'double' or 'float'");
    return std::string("IEEE, little-endian");
}

// --- Operators -----------------------------------------------------------------------------------------------------

using FloatFunction = Result<Value> (*)(VM&, double, double);

template <FloatFunction F>
static Result<Value> binary(VM& vm, FloatSelf self, Value other) {
    double number = 0;
    if (!TRY(float_operand(vm, other, number)))
        return Value::not_implemented();
    return F(vm, self.number, number);
}

template <FloatFunction F>
static Result<Value> reflected(VM& vm, FloatSelf self, Value other) {
    double number = 0;
    if (!TRY(float_operand(vm, other, number)))
        return Value::not_implemented();
    return F(vm, number, self.number);
}

static Result<Value> add(VM&, double a, double b) { return Value::number(a + b); }
static Result<Value> subtract(VM&, double a, double b) { return Value::number(a - b); }
static Result<Value> multiply(VM&, double a, double b) { return Value::number(a * b); }

static Result<Value> divide(VM& vm, double a, double b) {
    if (b == 0)
        return vm.zero_division_error("division by zero");
    return Value::number(a / b);
}

static Result<Value> floor_divide(VM& vm, double a, double b) {
    if (b == 0)
        return vm.zero_division_error("division by zero");
    return Value::number(float_floor_div(a, b));
}

static Result<Value> modulo(VM& vm, double a, double b) {
    if (b == 0)
        return vm.zero_division_error("division by zero");
    return Value::number(float_mod(a, b));
}

static Result<Value> divide_with_remainder(VM& vm, double a, double b) {
    if (b == 0)
        return vm.zero_division_error("division by zero");
    return Value(make_tuple(vm, {Value::number(float_floor_div(a, b)), Value::number(float_mod(a, b))}));
}

template <bool REFLECTED>
static Result<Value> float_dunder_pow(VM& vm, FloatSelf self, Value other, Value modulus) {
    if (!modulus.is_none())
        return vm.type_error("pow() 3rd argument not allowed unless all arguments are integers");
    return REFLECTED ? reflected<float_pow>(vm, self, other) : binary<float_pow>(vm, self, other);
}

template <Special S>
static bool holds(int order) {
    switch (S) {
    case Special::Lt: return order < 0;
    case Special::Le: return order <= 0;
    case Special::Eq: return order == 0;
    case Special::Ne: return order != 0;
    case Special::Gt: return order > 0;
    default: return order >= 0;
    }
}

template <Special S>
static Value compare_floats(FloatSelf self, Value other) {
    if (is_float(other)) {
        double a = self.number, b = float_number(other);
        if (std::isnan(a) || std::isnan(b))
            return Value::boolean(S == Special::Ne);
        return Value::boolean(holds<S>(a < b ? -1 : a > b));
    }
    if (!is_int(other))
        return Value::not_implemented();
    if (std::isnan(self.number))
        return Value::boolean(S == Special::Ne);
    return Value::boolean(holds<S>(-int_compare_double(other, self.number)));
}

// --- Methods -------------------------------------------------------------------------------------------------------

static std::string float_dunder_repr(FloatSelf self) { return float_repr(self.number); }
static int64_t float_dunder_hash(FloatSelf self) { return int64_t(float_hash(self.number)); }
static bool float_dunder_bool(FloatSelf self) { return self.number != 0; }
static double float_negate(FloatSelf self) { return -self.number; }
static double float_absolute(FloatSelf self) { return std::fabs(self.number); }
static double float_exact(FloatSelf self) { return self.number; }
static double float_imaginary(FloatSelf) { return 0.0; }
static bool float_is_integer(FloatSelf self) {
    return std::isfinite(self.number) && std::floor(self.number) == self.number;
}
static std::string float_method_hex(FloatSelf self) { return float_hex(self.number); }
static Result<Value> float_dunder_int(VM& vm, FloatSelf self) { return float_to_int(vm, self.number); }
static Result<Value> float_dunder_floor(VM& vm, FloatSelf self) { return float_to_int(vm, std::floor(self.number)); }
static Result<Value> float_dunder_ceil(VM& vm, FloatSelf self) { return float_to_int(vm, std::ceil(self.number)); }
static Result<Tuple*> float_as_integer_ratio(VM& vm, FloatSelf self) { return float_as_ratio(vm, self.number); }
static Tuple* float_getnewargs(VM& vm, FloatSelf self) { return make_tuple(vm, {Value::number(self.number)}); }

static Result<Value> float_dunder_round(VM& vm, FloatSelf self, Value digits) {
    if (digits.is_none())
        return float_to_int_rounded(vm, self.number);
    Value count = TRY(index(vm, digits));
    int64_t places = to_int64(count).value_or(int_sign(count) < 0 ? INT64_MIN : INT64_MAX);
    return Value::number(TRY(float_round(vm, self.number, places)));
}

static Result<Str*> float_dunder_format(VM& vm, FloatSelf self, std::string_view spec) {
    if (spec.empty() && self.value.is_object())
        return str(vm, self.value);
    return format_float(vm, self.number, spec, vm.type_name(self.value));
}

// --- The type ------------------------------------------------------------------------------------------------------

static constexpr NativeDef float_members[] = {
    fn<float_new>("__new__(cls, x=<unset 0>, /)", "Create and return a new float from a number or text."),
    fn<float_dunder_repr>("__repr__(self, /)"),
    fn<float_dunder_hash>("__hash__(self, /)"),
    fn<compare_floats<Special::Lt>>("__lt__(self, value, /)"),
    fn<compare_floats<Special::Le>>("__le__(self, value, /)"),
    fn<compare_floats<Special::Eq>>("__eq__(self, value, /)"),
    fn<compare_floats<Special::Ne>>("__ne__(self, value, /)"),
    fn<compare_floats<Special::Gt>>("__gt__(self, value, /)"),
    fn<compare_floats<Special::Ge>>("__ge__(self, value, /)"),
    fn<binary<add>>("__add__(self, value, /)"),
    fn<reflected<add>>("__radd__(self, value, /)"),
    fn<binary<subtract>>("__sub__(self, value, /)"),
    fn<reflected<subtract>>("__rsub__(self, value, /)"),
    fn<binary<multiply>>("__mul__(self, value, /)"),
    fn<reflected<multiply>>("__rmul__(self, value, /)"),
    fn<binary<modulo>>("__mod__(self, value, /)"),
    fn<reflected<modulo>>("__rmod__(self, value, /)"),
    fn<binary<divide_with_remainder>>("__divmod__(self, value, /)"),
    fn<reflected<divide_with_remainder>>("__rdivmod__(self, value, /)"),
    fn<float_dunder_pow<false>>("__pow__(self, value, mod=None, /)"),
    fn<float_dunder_pow<true>>("__rpow__(self, value, mod=None, /)"),
    fn<float_negate>("__neg__(self, /)"),
    fn<float_exact>("__pos__(self, /)"),
    fn<float_absolute>("__abs__(self, /)"),
    fn<float_dunder_bool>("__bool__(self, /)"),
    fn<float_dunder_int>("__int__(self, /)"),
    fn<float_exact>("__float__(self, /)"),
    fn<binary<floor_divide>>("__floordiv__(self, value, /)"),
    fn<reflected<floor_divide>>("__rfloordiv__(self, value, /)"),
    fn<binary<divide>>("__truediv__(self, value, /)"),
    fn<reflected<divide>>("__rtruediv__(self, value, /)"),
    fn<float_exact>("conjugate(self, /)", "The complex conjugate of a float is the float itself."),
    fn<float_dunder_int>("__trunc__(self, /)"),
    fn<float_dunder_floor>("__floor__(self, /)"),
    fn<float_dunder_ceil>("__ceil__(self, /)"),
    fn<float_dunder_round>("__round__(self, ndigits=None, /)"),
    fn<float_as_integer_ratio>("as_integer_ratio(self, /)", "A pair of integers whose ratio is exactly the float."),
    class_fn<float_method_from_hex>("fromhex(cls, string, /)", "The float that a hexadecimal text stands for."),
    class_fn<float_from_number>("from_number(cls, number, /)", "Convert a real number to a float."),
    fn<float_method_hex>("hex(self, /)", "A hexadecimal representation of the float."),
    fn<float_is_integer>("is_integer(self, /)", "True if the float is an integer."),
    fn<float_getnewargs>("__getnewargs__(self, /)"),
    class_fn<float_getformat>("__getformat__(cls, typestr, /)"),
    fn<float_dunder_format>("__format__(self, format_spec, /)"),
    get<float_exact>("real", "the real part of a complex number"),
    get<float_imaginary>("imag", "the imaginary part of a complex number"),
};

const NativeType float_type = {
    .name = "float",
    .base = nullptr,
    .kind = Kind::Float,
    .size = sizeof(Float),
    .visit = nullptr,
    .members = float_members,
    .member_count = std::size(float_members),
    .doc = "float(x=0, /)\n--\n\nThe floating-point number that a number or a text stands for.",
};

} // namespace ouro::vm
