// SPDX-License-Identifier: MIT
//
// Number literals. The lexer's rules accept the longest well-formed number; what follows it decides whether the literal
// as the author meant it is well-formed, and how CPython words it if not.
#include "lang/numbers.hpp"

#include <algorithm>
#include <charconv>
#include <fmt/format.h>
#include <limits>

namespace ouro::lang {

namespace {

bool is_digit(char c) {
    return c >= '0' && c <= '9';
}

// Whether `c` would continue an ASCII identifier or a number.
bool is_word(char c) {
    return is_digit(c) || (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || c == '_';
}

// Keywords that can follow a number in valid code, as in `1if x else 2`. Those with an i are known by two letters.
bool begins_following_keyword(const char* text) {
    std::string_view two(text, text[0] ? 2 : 0);
    if (two == "in" || two == "if" || two == "is")
        return true;
    const char* end = text;
    while (is_word(*end))
        ++end;
    std::string_view word(text, static_cast<size_t>(end - text));
    return word == "or" || word == "and" || word == "for" || word == "not" || word == "else";
}

NumberProblem problem_at(const char* where, std::string message) {
    return {std::move(message), where, where, false};
}

// Something that is no number follows one of this kind directly.
NumberProblem check_follower(const char* end, const char* kind) {
    NumberProblem problem = problem_at(end - 1, fmt::format("invalid {} literal", kind));
    problem.is_warning = begins_following_keyword(end);
    return problem;
}

const char* radix_name(char letter) {
    switch (letter | 0x20) {
    case 'x':
        return "hexadecimal";
    case 'o':
        return "octal";
    default:
        return "binary";
    }
}

bool is_radix_letter(char c) {
    char lower = static_cast<char>(c | 0x20);
    return lower == 'x' || lower == 'o' || lower == 'b';
}

// `at` is where a digit of the radix had to stand but does not.
NumberProblem bad_radix_digit(const char* at, char letter) {
    if (is_digit(*at))
        return problem_at(at, fmt::format("invalid digit '{}' in {} literal", *at, radix_name(letter)));
    return problem_at(at - 1, fmt::format("invalid {} literal", radix_name(letter)));
}

NumberProblem check_radix_int(const char* begin, const char* end) {
    char letter = begin[1];
    if (is_digit(*end))
        return bad_radix_digit(end, letter);
    if (*end == '_')
        return bad_radix_digit(end + 1, letter);
    return check_follower(end, radix_name(letter));
}

// Decimal integers must not begin with a zero unless they are zero.
NumberProblem check_leading_zeros(const char* begin, const char* end) {
    const char* zeros_end = begin;
    while (zeros_end < end && (*zeros_end == '0' || *zeros_end == '_'))
        ++zeros_end;
    if (zeros_end == begin || zeros_end == end)
        return {};
    return {"leading zeros in decimal integer literals are not permitted; use an 0o prefix for octal integers", begin,
            zeros_end, false};
}

// An `e` follows digits, but no well-formed exponent does.
NumberProblem check_exponent(const char* end) {
    if (end[1] == '+' || end[1] == '-')
        return problem_at(end + 1, "invalid decimal literal");
    return check_follower(end, "decimal");
}

NumberProblem check_decimal(const Scan& scan) {
    std::string_view text(scan.begin, static_cast<size_t>(scan.end - scan.begin));
    char next = *scan.end;
    if (next == '_' && is_digit(text.back()))
        return problem_at(scan.end, "invalid decimal literal");
    if ((next == 'e' || next == 'E') && text.find_first_of("eE") == text.npos)
        return check_exponent(scan.end);
    if (scan.lexeme == Lexeme::Int) {
        NumberProblem problem = check_leading_zeros(scan.begin, scan.end);
        if (!problem.message.empty())
            return problem;
    }
    return check_follower(scan.end, "decimal");
}

// The power of ten of a literal's first significant digit, as far as its sign matters.
long decimal_magnitude(std::string_view digits) {
    size_t exponent_at = std::min(digits.find_first_of("eE"), digits.size());
    std::string_view mantissa = digits.substr(0, exponent_at);
    std::string_view exponent_text = digits.substr(std::min(exponent_at + 1, digits.size()));
    bool is_negative = exponent_text.starts_with('-');
    if (is_negative || exponent_text.starts_with('+'))
        exponent_text.remove_prefix(1);
    long exponent = 0;
    auto result = std::from_chars(exponent_text.data(), exponent_text.data() + exponent_text.size(), exponent);
    if (result.ec == std::errc::result_out_of_range)
        exponent = std::numeric_limits<long>::max() / 2;
    auto point = static_cast<long>(std::min(mantissa.find('.'), mantissa.size()));
    auto first = static_cast<long>(mantissa.find_first_of("123456789"));
    return (is_negative ? -exponent : exponent) + point - first;
}

} // namespace

NumberProblem check_number(const Scan& scan) {
    if (!is_word(*scan.end))
        return scan.lexeme == Lexeme::Int ? check_leading_zeros(scan.begin, scan.end) : NumberProblem{};
    if (scan.lexeme == Lexeme::RadixInt)
        return check_radix_int(scan.begin, scan.end);
    if (scan.lexeme == Lexeme::Imaginary)
        return check_follower(scan.end, "imaginary");
    bool is_zero = scan.end - scan.begin == 1 && *scan.begin == '0';
    if (is_zero && is_radix_letter(*scan.end)) {
        const char* digit = scan.end + 1;
        return bad_radix_digit(digit + (*digit == '_'), *scan.end);
    }
    return check_decimal(scan);
}

double float_value(std::string_view digits) {
    std::string plain;
    if (digits.find('_') != digits.npos) {
        for (char c : digits) {
            if (c != '_')
                plain += c;
        }
        digits = plain;
    }
    double value = 0;
    auto [end, error] = std::from_chars(digits.data(), digits.data() + digits.size(), value);
    if (error != std::errc::result_out_of_range)
        return value;
    // Out of range says neither in which direction nor what the value would be.
    return decimal_magnitude(digits) > 0 ? std::numeric_limits<double>::infinity() : 0;
}

} // namespace ouro::lang
