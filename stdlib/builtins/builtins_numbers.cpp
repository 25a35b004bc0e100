// SPDX-License-Identifier: MIT
//
// Builtin functions on numbers and characters: abs bin chr divmod hex oct ord pow round sum.
#include "stdlib/builtins/builtins.hpp"

#include "vm/values/float.hpp"
#include "vm/model/octets.hpp"
#include "vm/model/core.hpp"
#include "vm/model/special_calls.hpp"

#include <charconv>
#include <cmath>

namespace ouro::stdlib {

using namespace vm;

static Result<Value> builtin_abs(VM& vm, Value number) { return unary_operation(vm, Special::Abs, number); }

// "0b101", "-0x1f": the digits with the prefix behind the sign.
static Result<Str*> prefixed(VM& vm, Value number, int base, std::string_view prefix) {
    Value integer = TRY(index(vm, number));
    if (!integer.is_small_int()) {
        std::string digits = TRY(int_to_text(vm, integer, base));
        digits.insert(digits.starts_with('-') ? 1 : 0, prefix);
        return make_str(vm, digits);
    }
    char buffer[72], *start = buffer;
    int64_t value = integer.small_int();
    if (value < 0)
        *start++ = '-';
    start = std::copy(prefix.begin(), prefix.end(), start);
    auto end = std::to_chars(start, buffer + sizeof buffer, value < 0 ? -value : value, base);
    return make_short_str(vm, {buffer, size_t(end.ptr - buffer)});
}
static Result<Str*> builtin_bin(VM& vm, Value number) { return prefixed(vm, number, 2, "0b"); }
static Result<Str*> builtin_oct(VM& vm, Value number) { return prefixed(vm, number, 8, "0o"); }
static Result<Str*> builtin_hex(VM& vm, Value number) { return prefixed(vm, number, 16, "0x"); }

static Result<Value> builtin_chr(VM& vm, Value number) {
    int64_t code_point = to_int64(TRY(index(vm, number))).value_or(-1);
    if (code_point < 0 || code_point > 0x10FFFF)
        return vm.value_error("chr() arg not in range(0x110000)");
    return make_char(vm, uint32_t(code_point));
}

static Result<int64_t> builtin_ord(VM& vm, Value character) {
    size_t length;
    if (Str* text = as<Str>(character)) {
        if (text->length == 1)
            return str_code_point_at(vm, text, 0);
        length = text->length;
    } else if (auto octets = Octets::from(character)) {
        length = octets->length();
        if (length == 1)
            return uint8_t(octets->view()[0]);
    } else {
        return vm.type_error("ord() expected string of length 1, but {} found", vm.type_name(character));
    }
    return vm.type_error("ord() expected a character, but string of length {} found", length);
}

// x.__divmod__(y), then y.__rdivmod__(x); the other way round when y's class derives from x's and overrides.
static Result<Value> builtin_divmod(VM& vm, Value a, Value b) {
    Type *left = vm.type_of(a), *right = vm.type_of(b);
    Value method = left->special(vm, Special::DivMod), reflected = right->special(vm, Special::RDivMod);
    bool same = left == right;
    bool reflected_first = !same && reflected && right->is_subtype_of(left) &&
                           reflected != left->special(vm, Special::RDivMod);
    for (bool use_reflected : {reflected_first, !reflected_first}) {
        Value callable = use_reflected ? reflected : method;
        if (!callable || (use_reflected && same))
            continue;
        Value result = use_reflected ? TRY(call_if_bound(vm, callable, {b, a}))
                                     : TRY(call_if_bound(vm, callable, {a, b}));
        if (result && !result.is_not_implemented())
            return result;
    }
    return vm.type_error("unsupported operand type(s) for divmod(): '{}' and '{}'", left->name->view(),
                         right->name->view());
}

static Result<Value> builtin_pow(VM& vm, Value base, Value exponent, Value modulus) {
    return power(vm, base, exponent, modulus);
}

static Result<Value> builtin_round(VM& vm, Value number, Value digits) {
    Value method = vm.type_of(number)->special(vm, Special::Round);
    Value rounded;
    if (method && digits.is_none())
        rounded = TRY(call_if_bound(vm, method, {number}));
    else if (method)
        rounded = TRY(call_if_bound(vm, method, {number, digits}));
    if (!rounded)
        return vm.type_error("type {} doesn't define __round__ method", vm.type_name(number));
    return rounded;
}

// --- sum ------------------------------------------------------------------------------------------------------------

namespace {

// Adds items from left to right, in registers as long as they are small ints or floats. Floats are summed with
// Neumaier's compensation, as CPython does since 3.12.
class Sum {
public:
    Sum(VM& vm, Value start) : m_vm(vm) { resume(start); }

    Result<void> add(Value item) {
        if (m_mode == Mode::Integer && item.is_small_int() &&
            !__builtin_add_overflow(m_integer, item.small_int(), &m_integer))
            return {};
        if (m_mode == Mode::Float && item.is_double()) {
            add_float(item.number());
            return {};
        }
        if (m_mode == Mode::Integer && item.is_bool() && m_integer < INT64_MAX) {
            m_integer += item.is_true();
            return {};
        }
        return add_slowly(item);
    }

    Value result() {
        if (m_mode == Mode::Integer)
            return make_int(m_vm, m_integer);
        if (m_mode == Mode::Float)
            return Value::number(std::isfinite(m_compensation) ? m_number + m_compensation : m_number);
        return m_any;
    }

private:
    enum class Mode : uint8_t { Integer, Float, Any };

    void add_float(double x) {
        double sum = m_number + x;
        if (std::fabs(m_number) >= std::fabs(x))
            m_compensation += (m_number - sum) + x;
        else
            m_compensation += (x - sum) + m_number;
        m_number = sum;
    }

    void resume(Value value) {
        m_mode = Mode::Any;
        m_any = value;
        if (value.is_small_int()) {
            m_mode = Mode::Integer;
            m_integer = value.small_int();
        } else if (value.is_double()) {
            m_mode = Mode::Float;
            m_number = value.number();
            m_compensation = 0;
        }
    }

    Result<void> add_slowly(Value item) {
        if (m_mode == Mode::Float && is_int(item)) {
            add_float(TRY(int_to_double(m_vm, item)));
            return {};
        }
        resume(TRY(binary_operation(m_vm, Special::Add, result(), item)));
        return {};
    }

    VM& m_vm;
    Mode m_mode = Mode::Any;
    int64_t m_integer = 0;
    double m_number = 0, m_compensation = 0;
    Value m_any;
};

} // namespace

static Result<Value> builtin_sum(VM& vm, Value iterable, Value start) {
    if (as<Str>(start))
        return vm.type_error("sum() can't sum strings [use ''.join(seq) instead]");
    if (auto octets = Octets::from(start))
        return vm.type_error("sum() can't sum {} [use b''.join(seq) instead]",
                             octets->is_array() ? "bytearray" : "bytes");
    Sum sum(vm, start);
    TRY(for_each(vm, iterable, [&](Value item) { return sum.add(item); }));
    return sum.result();
}

static constexpr NativeDef FUNCTIONS[] = {
    fn<builtin_abs>("abs(x, /)", "Return the absolute value of the argument."),
    fn<builtin_bin>("bin(number, /)", "Return the binary representation of an integer."),
    fn<builtin_oct>("oct(number, /)", "Return the octal representation of an integer."),
    fn<builtin_hex>("hex(number, /)", "Return the hexadecimal representation of an integer."),
    fn<builtin_chr>("chr(i, /)", "Return the string of the one character with Unicode code point i."),
    fn<builtin_ord>("ord(character, /)", "Return the Unicode code point of a one-character string."),
    fn<builtin_divmod>("divmod(x, y, /)", "Return the tuple (x//y, x%y)."),
    fn<builtin_pow>("pow(base, exp, mod=None)", "base**exp, modulo mod where it is given."),
    fn<builtin_round>("round(number, ndigits=None)", "Round a number to a precision in decimal digits."),
    fn<builtin_sum>("sum(iterable, /, start=0)", "Return the sum of a start value and the items of an iterable."),
};

std::span<const NativeDef> builtin_number_functions() { return FUNCTIONS; }

} // namespace ouro::stdlib
