// SPDX-License-Identifier: MIT
//
// Floats to and from decimal text. The digits come from std::to_chars and std::from_chars, which are correctly rounded;
// here they are only laid out as Python does it.

#include "vm/values/float.hpp"
#include "vm/values/int.hpp"
#include "vm/text/utf8.hpp"
#include "vm/vm.hpp"
#include "vm/values/numeric_text.hpp"
#include "vm/values/str.hpp"
#include "vm/values/bytes.hpp"

#include <algorithm>
#include <charconv>
#include <cmath>

namespace ouro::vm {

// --- Float to text -------------------------------------------------------------------------------------------------

// Decimal digits and the power of ten of the first one.
struct Decimal {
    std::string digits;
    int exponent;
};

// Takes "d.ddde+xx" apart.
static Decimal split_scientific(std::string_view text) {
    Decimal decimal;
    size_t e = text.find('e');
    decimal.digits = text[0];
    if (e > 1)
        decimal.digits += text.substr(2, e - 2);
    std::string_view exponent = text.substr(e + 1);
    if (exponent[0] == '+')
        exponent.remove_prefix(1);
    std::from_chars(exponent.data(), exponent.data() + exponent.size(), decimal.exponent);
    return decimal;
}

static Decimal shortest_digits(double magnitude) {
    char buffer[40];
    auto end = std::to_chars(buffer, buffer + sizeof(buffer), magnitude, std::chars_format::scientific);
    return split_scientific({buffer, size_t(end.ptr - buffer)});
}

static void append_exponent(std::string& text, int exponent) {
    text += exponent < 0 ? "e-" : "e+";
    unsigned magnitude = unsigned(std::abs(exponent));
    if (magnitude < 10)
        text += '0';
    text += fmt::format_int(magnitude).c_str();
}

// digits[0].digits[1...]e+xx
static std::string lay_out_scientific(const Decimal& decimal, const FloatLayout& layout) {
    std::string text(1, decimal.digits[0]);
    if (decimal.digits.size() > 1 || layout.alternate)
        text += '.';
    text.append(decimal.digits, 1);
    append_exponent(text, decimal.exponent);
    return text;
}

// Without exponent; zeros fill the places between the digits and the point.
static std::string lay_out_fixed(const Decimal& decimal, const FloatLayout& layout) {
    std::string text;
    size_t whole = 0; // digits before the point
    if (decimal.exponent < 0) {
        text = "0.";
        text.append(size_t(-decimal.exponent - 1), '0');
        return text + decimal.digits;
    }
    whole = std::min(size_t(decimal.exponent) + 1, decimal.digits.size());
    text.assign(decimal.digits, 0, whole);
    text.append(size_t(decimal.exponent) + 1 - whole, '0');
    if (whole < decimal.digits.size())
        text += '.' + decimal.digits.substr(whole);
    else if (layout.dot_zero)
        text += ".0";
    else if (layout.alternate)
        text += '.';
    return text;
}

static std::string lay_out(Decimal decimal, const FloatLayout& layout, int fixed_limit) {
    if (decimal.exponent < -4 || decimal.exponent >= fixed_limit)
        return lay_out_scientific(decimal, layout);
    return lay_out_fixed(decimal, layout);
}

// A double is m / 2**shift with an integer m of 53 bits: for the few decimals that most formats ask for, m *
// 10**precision fits 128 bits, and the quotient with its remainder says exactly how to round (ties to even). Null when
// it does not fit.
static char* append_fixed(char* out, double magnitude, int precision) {
    static constexpr uint64_t POWERS[] = {1, 10, 100, 1000, 10000, 100000, 1000000, 10000000, 100000000, 1000000000};
    constexpr int MOST = int(std::size(POWERS)) - 1;
    if (precision > MOST || magnitude >= 1e9)
        return nullptr;
    int exponent;
    auto mantissa = uint64_t(std::ldexp(std::frexp(magnitude, &exponent), 53));
    int shift = 53 - exponent; // at least 23, as the magnitude is below 2**30
    unsigned __int128 scaled = (unsigned __int128)mantissa * POWERS[precision];
    if (shift > 120) // less than half of the last decimal
        scaled = 0, shift = 120;
    auto quotient = uint64_t(scaled >> shift);
    unsigned __int128 rest = scaled & (((unsigned __int128)1 << shift) - 1), half = (unsigned __int128)1 << (shift - 1);
    quotient += rest > half || (rest == half && quotient % 2);
    out = std::to_chars(out, out + 20, quotient / POWERS[precision]).ptr;
    if (precision == 0)
        return out;
    *out++ = '.';
    uint64_t decimals = quotient % POWERS[precision];
    for (int i = precision; i-- > 0; decimals /= 10)
        out[i] = char('0' + decimals % 10);
    return out + precision;
}

// to_chars with a precision, which must have been reserved.
static std::string precise_digits(double magnitude, std::chars_format format, int precision) {
    if (format == std::chars_format::fixed) {
        char buffer[40];
        if (char* end = append_fixed(buffer, magnitude, precision))
            return std::string(buffer, end);
    }
    if (precision < 100) {
        char buffer[420];
        auto end = std::to_chars(buffer, buffer + sizeof(buffer), magnitude, format, precision);
        return std::string(buffer, end.ptr);
    }
    std::string text(size_t(precision) + 330, '\0');
    auto end = std::to_chars(text.data(), text.data() + text.size(), magnitude, format, precision);
    text.resize(size_t(end.ptr - text.data()));
    return text;
}

static std::string general_text(double magnitude, const FloatLayout& layout) {
    int precision = std::max(layout.precision, 1);
    Decimal decimal = split_scientific(precise_digits(magnitude, std::chars_format::scientific, precision - 1));
    if (!layout.alternate) {
        size_t last = decimal.digits.find_last_not_of('0');
        decimal.digits.resize(last == std::string::npos ? 1 : last + 1);
    }
    return lay_out(std::move(decimal), layout, layout.dot_zero ? precision - 1 : precision);
}

static std::string magnitude_text(double magnitude, const FloatLayout& layout) {
    switch (layout.code) {
    case 'r':
        if (magnitude >= 1e-4 && magnitude < 1e15) { // to_chars lays these out as Python does
            char buffer[40];
            char* end = std::to_chars(buffer, buffer + sizeof(buffer), magnitude, std::chars_format::fixed).ptr;
            bool is_integral = std::find(buffer, end, '.') == end;
            std::string text(buffer, end);
            return is_integral && layout.dot_zero ? text + ".0" : is_integral && layout.alternate ? text + "." : text;
        }
        return lay_out(shortest_digits(magnitude), layout, 16);
    case 'g':
        return general_text(magnitude, layout);
    case 'e': {
        std::string text = precise_digits(magnitude, std::chars_format::scientific, layout.precision);
        if (layout.alternate && layout.precision == 0)
            text.insert(1, ".");
        return text;
    }
    default: {
        std::string text = precise_digits(magnitude, std::chars_format::fixed, layout.precision);
        if (layout.alternate && layout.precision == 0)
            text += '.';
        return text;
    }
    }
}

Result<std::string> float_to_text(VM& vm, double number, const FloatLayout& layout) {
    if (layout.precision > 4096)
        TRY(vm.heap.reserve(size_t(layout.precision) * 3));
    std::string text;
    if (std::isfinite(number))
        text = magnitude_text(std::fabs(number), layout);
    else
        text = std::isnan(number) ? "nan" : "inf";
    if (std::signbit(number))
        text.insert(0, 1, '-');
    return text;
}

std::string float_repr(double number) {
    if (std::isnan(number))
        return "nan";
    if (std::isinf(number))
        return number > 0 ? "inf" : "-inf";
    std::string text = magnitude_text(std::fabs(number), {.code = 'r', .dot_zero = true});
    if (std::signbit(number))
        text.insert(0, 1, '-');
    return text;
}

// --- Text to float -------------------------------------------------------------------------------------------------

static bool is_digit(char c) {
    return c >= '0' && c <= '9';
}

static bool is_space(char c) {
    return (c >= 9 && c <= 13) || (c >= 28 && c <= 32);
}

static bool equals_ignoring_case(std::string_view text, std::string_view lower) {
    if (text.size() != lower.size())
        return false;
    for (size_t i = 0; i < text.size(); i++) {
        if ((text[i] | 0x20) != lower[i])
            return false;
    }
    return true;
}

// Drops underscores between digits; false when one stands elsewhere.
static bool drop_underscores(std::string_view text, std::string& result) {
    for (size_t i = 0; i < text.size(); i++) {
        if (text[i] != '_')
            result += text[i];
        else if (i == 0 || i + 1 == text.size() || !is_digit(text[i - 1]) || !is_digit(text[i + 1]))
            return false;
    }
    return true;
}

// digits [. digits] [e [sign] digits], with a digit on one side of the point: Reference 2.4.6 without underscores.
static bool is_decimal_literal(std::string_view text) {
    size_t i = 0, digits = 0;
    while (i < text.size() && is_digit(text[i]))
        i++, digits++;
    if (i < text.size() && text[i] == '.') {
        i++;
        while (i < text.size() && is_digit(text[i]))
            i++, digits++;
    }
    if (digits == 0)
        return false;
    if (i < text.size() && (text[i] | 0x20) == 'e') {
        i++;
        if (i < text.size() && (text[i] == '+' || text[i] == '-'))
            i++;
        size_t first = i;
        while (i < text.size() && is_digit(text[i]))
            i++;
        if (i == first)
            return false;
    }
    return i == text.size();
}

// What from_chars calls out of range is infinite or zero, by the power of ten of the first nonzero digit.
static double out_of_range_value(std::string_view text) {
    size_t e = std::min(text.find_first_of("eE"), text.size());
    std::string_view digits = text.substr(0, e);
    int64_t exponent = 0;
    if (e < text.size())
        std::from_chars(text.data() + e + 1, text.data() + text.size(), exponent);
    size_t point = std::min(digits.find('.'), digits.size());
    size_t first = digits.find_first_of("123456789");
    exponent += int64_t(point) - int64_t(first);
    return exponent < 0 ? 0.0 : HUGE_VAL;
}

// An exponent of more digits than any counted text could outweigh, cut to what from_chars reads.
static std::string with_bounded_exponent(std::string_view text) {
    size_t e = text.find_first_of("eE");
    std::string result(text);
    if (e == std::string_view::npos || text.size() - e < 16)
        return result;
    bool negative = text[e + 1] == '-';
    size_t digits = text.find_first_not_of("+-0", e + 1);
    if (digits == std::string_view::npos)
        return std::string(text.substr(0, e));
    std::string_view exponent = text.substr(digits);
    result.resize(e + 1);
    if (negative)
        result += '-';
    result += exponent.size() > 12 ? "999999999999" : exponent;
    return result;
}

static double decimal_value(std::string_view text) {
    bool has_nonzero = text.substr(0, text.find_first_of("eE")).find_first_of("123456789") != std::string_view::npos;
    if (!has_nonzero)
        return 0.0;
    std::string bounded;
    if (size_t e = text.find_first_of("eE"); e != std::string_view::npos) {
        if (text.size() - e >= 16) {
            bounded = with_bounded_exponent(text);
            text = bounded;
        } else if (text[e + 1] == '+') { // from_chars takes it, kept simple for the test below
            bounded = std::string(text.substr(0, e + 1)) + std::string(text.substr(e + 2));
            text = bounded;
        }
    }
    double number = 0;
    auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), number, std::chars_format::general);
    return error == std::errc() ? number : out_of_range_value(text);
}

// The float that ASCII text stands for; false when it stands for none.
static bool parse_ascii(VM& vm, std::string_view text, Value& value) {
    while (!text.empty() && is_space(text.front()))
        text.remove_prefix(1);
    while (!text.empty() && is_space(text.back()))
        text.remove_suffix(1);
    std::string without_underscores;
    if (text.find('_') != std::string_view::npos) {
        if (!drop_underscores(text, without_underscores))
            return false;
        text = without_underscores;
    }
    bool negative = !text.empty() && text[0] == '-';
    if (!text.empty() && (text[0] == '-' || text[0] == '+'))
        text.remove_prefix(1);
    double number;
    if (is_decimal_literal(text))
        number = decimal_value(text);
    else if (equals_ignoring_case(text, "inf") || equals_ignoring_case(text, "infinity"))
        number = HUGE_VAL;
    else if (equals_ignoring_case(text, "nan"))
        number = fresh_nan(vm).number();
    else
        return false;
    value = Value::number(negative ? -number : number);
    return true;
}

Result<double> float_from_text(VM& vm, std::string_view text) {
    if (text.size() > 4096)
        TRY(vm.heap.reserve(text.size() * 2));
    Value value;
    if (parse_ascii(vm, is_ascii(text) ? text : std::string_view(numeric_text_to_ascii(text)), value))
        return value.number();
    return vm.value_error("could not convert string to float: {}", str_repr(text));
}

Result<double> float_from_bytes_text(VM& vm, std::string_view octets) {
    if (octets.size() > 4096)
        TRY(vm.heap.reserve(octets.size() * 2));
    Value value;
    if (parse_ascii(vm, octets, value))
        return value.number();
    return vm.value_error("could not convert string to float: {}", bytes_repr(octets));
}

} // namespace ouro::vm
