// SPDX-License-Identifier: MIT
//
// float.hex and float.fromhex: exact text in base 16 (Library Reference, float.fromhex).

#include "vm/values/float.hpp"
#include "vm/values/int_limbs.hpp"

#include <cmath>

namespace ouro::vm {

// [-]0xh.hhhhhhhhhhhhhp±d with all thirteen digits.
std::string float_hex(double number) {
    if (!std::isfinite(number))
        return float_repr(number);
    const char* sign = std::signbit(number) ? "-" : "";
    if (number == 0)
        return fmt::format("{}0x0.0p+0", sign);
    uint64_t bits = std::bit_cast<uint64_t>(number);
    uint64_t fraction = bits & ((1ull << 52) - 1);
    int biased = int(bits >> 52 & 0x7FF);
    int exponent = biased ? biased - 1023 : -1022;
    return fmt::format("{}0x{}.{:013x}p{}{}", sign, biased ? 1 : 0, fraction, exponent < 0 ? '-' : '+',
                       std::abs(exponent));
}

static int hex_value(char c) {
    if (c >= '0' && c <= '9')
        return c - '0';
    char lower = char(c | 0x20);
    return lower >= 'a' && lower <= 'f' ? lower - 'a' + 10 : -1;
}

// The digits read so far: mantissa * 2**exponent, and whether something nonzero was cut off.
struct HexNumber {
    uint64_t mantissa = 0;
    int64_t exponent = 0;
    bool sticky = false;
    bool any_digit = false;

    void add_digit(int digit, bool fraction) {
        any_digit = true;
        if (mantissa >> 60) {
            sticky |= digit != 0;
            exponent += fraction ? 0 : 4;
        } else {
            mantissa = mantissa << 4 | unsigned(digit);
            exponent -= fraction ? 4 : 0;
        }
    }
};

// Reads "p[sign]digits"; false when it is malformed. Huge exponents are cut: they over- or underflow all the same.
static bool read_exponent(std::string_view& text, int64_t& exponent) {
    text.remove_prefix(1);
    bool negative = !text.empty() && text[0] == '-';
    if (!text.empty() && (text[0] == '-' || text[0] == '+'))
        text.remove_prefix(1);
    size_t digits = 0;
    int64_t value = 0;
    for (; digits < text.size() && text[digits] >= '0' && text[digits] <= '9'; digits++)
        value = std::min<int64_t>(value * 10 + (text[digits] - '0'), int64_t(1) << 50);
    text.remove_prefix(digits);
    exponent += negative ? -value : value;
    return digits > 0;
}

static bool read_number(std::string_view text, HexNumber& number) {
    if (text.size() >= 2 && text[0] == '0' && (text[1] | 0x20) == 'x')
        text.remove_prefix(2);
    bool fraction = false;
    for (; !text.empty(); text.remove_prefix(1)) {
        int digit = hex_value(text[0]);
        if (text[0] == '.' && !fraction)
            fraction = true;
        else if (digit < 0)
            break;
        else
            number.add_digit(digit, fraction);
    }
    if (!number.any_digit)
        return false;
    if (!text.empty() && (text[0] | 0x20) == 'p' && !read_exponent(text, number.exponent))
        return false;
    return text.empty();
}

static std::string_view strip_spaces(std::string_view text) {
    constexpr std::string_view SPACES = " \t\n\v\f\r";
    size_t first = text.find_first_not_of(SPACES);
    if (first == std::string_view::npos)
        return {};
    return text.substr(first, text.find_last_not_of(SPACES) - first + 1);
}

static std::string lowered(std::string_view text) {
    std::string result(text.substr(0, 9)); // longer than "infinity": what follows doesn't matter
    for (char& c : result)
        c = char(c | 0x20);
    return result;
}

Result<double> float_from_hex(VM& vm, std::string_view text) {
    text = strip_spaces(text);
    bool negative = !text.empty() && text[0] == '-';
    if (!text.empty() && (text[0] == '-' || text[0] == '+'))
        text.remove_prefix(1);
    std::string word = lowered(text);
    if (word == "inf" || word == "infinity")
        return negative ? -HUGE_VAL : HUGE_VAL;
    if (word == "nan")
        return fresh_nan(vm).number();
    HexNumber parts;
    if (!read_number(text, parts))
        return vm.value_error("invalid hexadecimal floating-point string");
    double number = round_to_double(parts.mantissa, parts.exponent, parts.sticky);
    if (std::isinf(number))
        return vm.overflow_error("hexadecimal value too large to represent as a float");
    return negative ? -number : number;
}

} // namespace ouro::vm
