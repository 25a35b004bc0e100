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

namespace {

// The parts of a decimal literal.
struct DecimalText {
    std::string_view integer, fraction;
    std::string_view exponent; // with its sign
};

size_t count_digits(std::string_view text) {
    size_t count = 0;
    while (count < text.size() && is_digit(text[count]))
        count++;
    return count;
}

size_t count_zeros(std::string_view text) {
    size_t count = 0;
    while (count < text.size() && text[count] == '0')
        count++;
    return count;
}

} // namespace

// digits [. digits] [e [sign] digits], with a digit on one side of the point: Reference 2.4.6 without underscores.
static bool split_decimal(std::string_view text, DecimalText& parts) {
    parts.integer = text.substr(0, count_digits(text));
    text.remove_prefix(parts.integer.size());
    if (text.starts_with('.')) {
        text.remove_prefix(1);
        parts.fraction = text.substr(0, count_digits(text));
        text.remove_prefix(parts.fraction.size());
    }
    if (parts.integer.empty() && parts.fraction.empty())
        return false;
    if (text.empty())
        return true;
    parts.exponent = text.substr(1);
    bool has_sign = parts.exponent.starts_with('+') || parts.exponent.starts_with('-');
    std::string_view digits = parts.exponent.substr(has_sign);
    return (text[0] | 0x20) == 'e' && !digits.empty() && count_digits(digits) == digits.size();
}

// Cut to what no counted text outweighs.
static int64_t bounded_exponent(std::string_view exponent) {
    static constexpr int64_t LARGEST = 999'999'999'999;
    bool is_negative = exponent.starts_with('-');
    std::string_view digits = exponent.substr(std::min(exponent.find_first_not_of("+-0"), exponent.size()));
    int64_t value = 0;
    if (digits.size() > 12)
        value = LARGEST;
    else
        std::from_chars(digits.data(), digits.data() + digits.size(), value);
    return is_negative ? -value : value;
}

// Of a float halfway between two others 767 digits count, and of those behind them only whether one is not zero.
static std::string significant_digits(std::string_view integer, std::string_view fraction) {
    static constexpr size_t COUNTED = 800;
    std::string digits(integer.substr(0, COUNTED));
    std::string_view more = fraction.substr(0, COUNTED - digits.size());
    digits += more;
    auto has_nonzero = [](std::string_view text) { return count_zeros(text) < text.size(); };
    if (has_nonzero(integer.substr(std::min(COUNTED, integer.size()))) || has_nonzero(fraction.substr(more.size())))
        digits += '1';
    return digits;
}

// Of any length: as 0.ddd e n, whose first digit is not zero.
static double long_decimal_value(const DecimalText& parts) {
    std::string_view integer = parts.integer.substr(count_zeros(parts.integer));
    std::string_view fraction = parts.fraction;
    int64_t exponent = bounded_exponent(parts.exponent) + int64_t(integer.size());
    if (integer.empty()) {
        fraction.remove_prefix(count_zeros(fraction));
        exponent -= int64_t(parts.fraction.size() - fraction.size());
        if (fraction.empty())
            return 0.0;
    }
    std::string text = fmt::format("0.{}e{}", significant_digits(integer, fraction), exponent);
    double number = 0;
    auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), number, std::chars_format::general);
    if (error == std::errc())
        return number;
    return exponent > 0 ? HUGE_VAL : 0.0;
}

static double decimal_value(std::string_view text, const DecimalText& parts) {
    static constexpr size_t LONG = 800;
    double number = 0;
    if (text.size() < LONG) {
        auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), number, std::chars_format::general);
        if (error == std::errc())
            return number;
    }
    return long_decimal_value(parts); // which finds out what is out of range, too
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
    DecimalText parts;
    if (split_decimal(text, parts))
        number = decimal_value(text, parts);
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
