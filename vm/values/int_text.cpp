// SPDX-License-Identifier: MIT
//
// Ints to and from text. Conversions between binary and decimal cost more than linear time, so that they are refused
// beyond vm.integer_digits_limit digits (sys.set_int_max_str_digits); bases that are powers of two are not limited.

#include "vm/values/int.hpp"
#include "vm/values/int_limbs.hpp"
#include "vm/text/utf8.hpp"
#include "vm/values/numeric_text.hpp"
#include "vm/values/str.hpp"
#include "vm/values/bytes.hpp"

#include <charconv>
#include <cmath>

namespace ouro::vm {

static bool is_power_of_two(int base) {
    return (base & (base - 1)) == 0;
}

// --- Int to text ---------------------------------------------------------------------------------------------------

static Raised digits_limit_error(VM& vm) {
    return vm.value_error("Exceeds the limit ({} digits) for integer string conversion; "
                          "use sys.set_int_max_str_digits() to increase the limit",
                          vm.integer_digits_limit);
}

// Refuses what surely has too many digits before the work is done; the exact count is checked after it.
static Result<void> check_digits_before(VM& vm, const IntView& view, int base) {
    size_t limit = vm.integer_digits_limit;
    if (limit && !is_power_of_two(base) && double(view.bit_length() - 1) / std::log2(base) > double(limit) + 1)
        return digits_limit_error(vm);
    return {};
}

static Result<std::string> big_to_text(VM& vm, const IntView& view, int base) {
    TRY(check_digits_before(vm, view, base));
    size_t size = mpn_sizeinbase(view.limbs(), mp_size_t(view.count()), base);
    LimbScratch scratch;
    mp_limb_t* limbs = TRY(scratch.allocate(vm, view.count() + 1)); // mpn_get_str destroys its input
    mpn_copyi(limbs, view.limbs(), mp_size_t(view.count()));
    std::string text(size + 2, '\0');
    if (view.count() > SMALL_WORK_LIMBS)
        TRY(reserve_scratch(vm, view.count() * sizeof(uint64_t) * 5));
    auto* digits = reinterpret_cast<unsigned char*>(text.data()) + 1;
    size_t count = mpn_get_str(digits, base, limbs, mp_size_t(view.count()));
    size_t zeros = 0;
    while (zeros + 1 < count && digits[zeros] == 0)
        zeros++;
    if (vm.integer_digits_limit && count - zeros > vm.integer_digits_limit && !is_power_of_two(base))
        return digits_limit_error(vm);
    for (size_t i = zeros; i < count; i++)
        digits[i] = "0123456789abcdefghijklmnopqrstuvwxyz"[digits[i]];
    text.resize(count + 1);
    text[zeros] = '-'; // the place before the first digit
    text.erase(0, view.negative() ? zeros : zeros + 1);
    return text;
}

Result<std::string> int_to_text(VM& vm, Value a, int base) {
    std::optional<int64_t> small = to_int64(a);
    if (!small)
        return big_to_text(vm, IntView(a), base);
    char buffer[66];
    auto end = std::to_chars(buffer, buffer + sizeof(buffer), *small, base);
    return std::string(buffer, end.ptr);
}

Result<Str*> int_repr(VM& vm, Value value) {
    std::optional<int64_t> small = value.is_small_int() ? value.small_int() : to_int64(value);
    if (!small)
        return make_str(vm, TRY(big_to_text(vm, IntView(value), 10)));
    char buffer[24];
    auto end = std::to_chars(buffer, buffer + sizeof(buffer), *small);
    if (end.ptr == buffer + 1)
        return make_char(vm, uint8_t(buffer[0]));
    char* bytes = nullptr;
    Str* text = TRY(make_ascii_str(vm, size_t(end.ptr - buffer), bytes));
    std::copy(buffer, end.ptr, bytes);
    return text;
}

Result<std::string> int_to_prefixed_text(VM& vm, Value value, int base) {
    std::string text = TRY(int_to_text(vm, value, base));
    text.insert(text[0] == '-' ? 1 : 0, base == 2 ? "0b" : base == 8 ? "0o" : "0x");
    return text;
}

// --- Text to int ---------------------------------------------------------------------------------------------------

static int digit_value(char c) {
    if (c >= '0' && c <= '9')
        return c - '0';
    if (c >= 'a' && c <= 'z')
        return c - 'a' + 10;
    if (c >= 'A' && c <= 'Z')
        return c - 'A' + 10;
    return 36;
}

static bool is_space(char c) {
    return (c >= 9 && c <= 13) || (c >= 28 && c <= 32);
}

static std::string_view strip(std::string_view text) {
    while (!text.empty() && is_space(text.front()))
        text.remove_prefix(1);
    while (!text.empty() && is_space(text.back()))
        text.remove_suffix(1);
    return text;
}

static int prefix_base(char letter) {
    switch (letter | 0x20) {
    case 'b':
        return 2;
    case 'o':
        return 8;
    case 'x':
        return 16;
    }
    return 0;
}

// An integer literal taken apart: the digits may still hold underscores.
struct LiteralParts {
    std::string_view digits;
    int base;
    bool negative = false;
};

static std::optional<LiteralParts> split_literal(std::string_view text, int base) {
    LiteralParts parts{strip(text), base};
    std::string_view& rest = parts.digits;
    if (!rest.empty() && (rest[0] == '+' || rest[0] == '-')) {
        parts.negative = rest[0] == '-';
        rest.remove_prefix(1);
    }
    int named = rest.size() > 1 && rest[0] == '0' ? prefix_base(rest[1]) : 0;
    bool only_zero = false;
    if (base == 0) {
        only_zero = !named && !rest.empty() && rest[0] == '0'; // "00" is fine, "01" is not
        parts.base = named ? named : 10;
    }
    if (named && named == parts.base) {
        rest.remove_prefix(2);
        if (!rest.empty() && rest[0] == '_')
            rest.remove_prefix(1);
    }
    if (only_zero && rest.find_first_not_of("0_") != std::string_view::npos)
        return {};
    return parts;
}

// The digits' values, underscores dropped; false when they are no digits of the base, or underscores stand wrongly.
static bool collect_digits(std::string_view text, int base, std::string& digits) {
    if (text.empty() || text.front() == '_' || text.back() == '_')
        return false;
    digits.reserve(text.size());
    for (size_t i = 0; i < text.size(); i++) {
        if (text[i] == '_') {
            if (text[i + 1] == '_')
                return false;
            continue;
        }
        int value = digit_value(text[i]);
        if (value >= base)
            return false;
        digits += char(value);
    }
    return true;
}

static Result<Value> int_from_digits(VM& vm, std::string_view digits, int base, bool negative) {
    while (digits.size() > 1 && digits[0] == 0)
        digits.remove_prefix(1);
    if (digits.size() <= 11) { // 36**11 < 2**63
        int64_t number = 0;
        for (char digit : digits)
            number = number * base + digit;
        return make_int(vm, negative ? -number : number);
    }
    size_t count = size_t(double(digits.size()) * std::log2(base) / LIMB_BITS) + 2;
    BigInt* result = TRY(allocate_bigint(vm, count));
    if (count > SMALL_WORK_LIMBS)
        TRY(reserve_scratch(vm, count * sizeof(uint64_t) * 4));
    auto* bytes = reinterpret_cast<const unsigned char*>(digits.data());
    size_t used = size_t(mpn_set_str(mp(result->limbs()), bytes, digits.size(), base));
    return finish_bigint(vm, result, used, negative);
}

// The first 200 code points of a repr, as the message shows it.
static std::string shortened(std::string text) {
    size_t end = 0;
    for (size_t points = 0; end < text.size(); end++) {
        if ((text[end] & 0xC0) != 0x80 && points++ == 200)
            break;
    }
    text.resize(end);
    return text;
}

static Raised invalid_literal(VM& vm, std::string repr, int base) {
    return vm.value_error("invalid literal for int() with base {}: {}", base, shortened(std::move(repr)));
}

// Simple decimal literals, which nearly all are.
static bool parse_short_decimal(std::string_view text, int64_t& number) {
    if (text.empty() || text.size() > 18)
        return false;
    auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), number);
    return error == std::errc() && end == text.data() + text.size();
}

// Empty for what is no literal.
static Result<Value> int_from_ascii(VM& vm, std::string_view text, int base) {
    if (text.size() > 4096)
        TRY(vm.heap.reserve(text.size() * 2));
    std::optional<LiteralParts> parts = split_literal(text, base);
    std::string digits;
    if (!parts || !collect_digits(parts->digits, parts->base, digits))
        return Value();
    size_t limit = vm.integer_digits_limit;
    if (limit && digits.size() > limit && !is_power_of_two(parts->base))
        return vm.value_error("Exceeds the limit ({} digits) for integer string conversion: value has {} digits; "
                              "use sys.set_int_max_str_digits() to increase the limit",
                              limit, digits.size());
    return int_from_digits(vm, digits, parts->base, parts->negative);
}

Result<Value> int_from_text(VM& vm, std::string_view text, int base) {
    int64_t number;
    if (base == 10 && parse_short_decimal(text, number))
        return make_int(vm, number);
    Value result = is_ascii(text) ? TRY(int_from_ascii(vm, text, base))
                                  : TRY(int_from_ascii(vm, numeric_text_to_ascii(text), base));
    if (result.is_empty())
        return invalid_literal(vm, str_repr(text), base);
    return result;
}

Result<Value> int_from_bytes_text(VM& vm, std::string_view octets, int base) {
    Value result = TRY(int_from_ascii(vm, octets, base));
    if (result.is_empty())
        return invalid_literal(vm, bytes_repr(octets), base);
    return result;
}

} // namespace ouro::vm
