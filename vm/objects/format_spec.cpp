// SPDX-License-Identifier: MIT
//
// format(value, specification) for int, float and str. A specification is parsed into a FormatSpec; numbers are made
// into sign, prefix, digits and rest, which are then grouped, padded and put together in one place.

#include "vm/objects/format_spec.hpp"

#include "vm/values/float.hpp"
#include "vm/values/int.hpp"
#include "vm/text/utf8.hpp"
#include "vm/model/core.hpp"

#include <climits>
#include <cmath>

namespace ouro::vm {

// --- Parsing -------------------------------------------------------------------------------------------------------

namespace {

// Walks a specification code point by code point.
class SpecReader {
public:
    explicit SpecReader(std::string_view text) : m_at(text.data()), m_end(text.data() + text.size()) {}

    bool at_end() const { return m_at == m_end; }
    char peek() const { return at_end() ? '\0' : *m_at; }
    bool accept(char c) {
        if (peek() != c || at_end())
            return false;
        m_at++;
        return true;
    }
    uint32_t take() { return utf8_next(m_at); }
    // The character behind the next one, if it is ASCII.
    char second() const {
        const char* next = m_at;
        if (next == m_end)
            return '\0';
        utf8_next(next);
        return next == m_end ? '\0' : *next;
    }
    // Digits as a number; -1 when there are none, nothing when there are too many.
    std::optional<int64_t> number() {
        int64_t value = -1;
        for (; !at_end() && *m_at >= '0' && *m_at <= '9'; m_at++) {
            value = value < 0 ? 0 : value;
            if (__builtin_mul_overflow(value, 10, &value) || __builtin_add_overflow(value, *m_at - '0', &value))
                return {};
        }
        return value;
    }

private:
    const char* m_at;
    const char* m_end;
};

} // namespace

static bool is_align(char c) {
    return c == '<' || c == '>' || c == '=' || c == '^';
}

static Raised too_many_digits(VM& vm) {
    return vm.value_error("Too many decimal digits in format string");
}

static std::string code_text(uint32_t code) {
    return code > 32 && code < 128 ? std::string(1, char(code)) : fmt::format("\\x{:x}", code);
}

static Raised unknown_code(VM& vm, uint32_t code, std::string_view type_name) {
    return vm.value_error("Unknown format code '{}' for object of type '{}'", code_text(code), type_name);
}

static Result<void> read_grouping(VM& vm, SpecReader& reader, FormatSpec& spec) {
    if (reader.accept(','))
        spec.grouping = ',';
    if (reader.accept('_')) {
        if (spec.grouping)
            return vm.value_error("Cannot specify both ',' and '_'.");
        spec.grouping = '_';
    }
    if (reader.peek() == ',' && spec.grouping == '_')
        return vm.value_error("Cannot specify both ',' and '_'.");
    return {};
}

static Result<void> check_grouping(VM& vm, const FormatSpec& spec, char default_type) {
    if (!spec.grouping)
        return {};
    uint32_t type = spec.type ? spec.type : uint32_t(default_type);
    if (type == 0)
        return {};
    std::string_view allowed = spec.grouping == '_' ? "defgEGF%boxX" : "defgEGF%";
    if (type < 128 && allowed.find(char(type)) != std::string_view::npos)
        return {};
    return vm.value_error("Cannot specify '{}' with '{}'.", spec.grouping, code_text(type));
}

// What is right- and left-aligned by default differs in what a leading 0 means.
static Result<FormatSpec> parse(VM& vm, std::string_view text, std::string_view type_name, bool is_number,
                                char default_type) {
    FormatSpec spec;
    SpecReader reader(text);
    bool has_fill = is_align(reader.second());
    if (has_fill)
        spec.fill = reader.take();
    if (is_align(reader.peek()))
        spec.align = char(reader.take());
    if (char c = reader.peek(); c == '+' || c == '-' || c == ' ')
        spec.sign = char(reader.take());
    spec.no_negative_zero = reader.accept('z');
    spec.alternate = reader.accept('#');
    if (!has_fill && reader.accept('0')) {
        spec.fill = '0';
        if (!spec.align && is_number)
            spec.align = '=';
    }
    std::optional<int64_t> width = reader.number();
    if (!width)
        return too_many_digits(vm);
    spec.width = *width;
    TRY(read_grouping(vm, reader, spec));
    if (reader.accept('.')) {
        std::optional<int64_t> precision = reader.number();
        if (!precision)
            return too_many_digits(vm);
        if (*precision < 0)
            return vm.value_error("Format specifier missing precision");
        spec.precision = *precision;
    }
    if (!reader.at_end())
        spec.type = reader.take();
    if (!reader.at_end())
        return vm.value_error("Invalid format specifier '{}' for object of type '{}'", text, type_name);
    TRY(check_grouping(vm, spec, default_type));
    return spec;
}

Result<FormatSpec> parse_format_spec(VM& vm, std::string_view text, std::string_view type_name) {
    return parse(vm, text, type_name, true, 0);
}

// --- Padding -------------------------------------------------------------------------------------------------------

static void append_fill(std::string& text, uint32_t fill, size_t count) {
    if (fill < 0x80) {
        text.append(count, char(fill));
        return;
    }
    for (size_t i = 0; i < count; i++)
        utf8_append(text, fill);
}

// Charges text of `points` code points.
static Result<void> reserve_text(VM& vm, const FormatSpec& spec, size_t points) {
    if (points < 4096)
        return {};
    if (points > Str::MAX_BYTES)
        return vm.memory_error();
    return vm.heap.reserve(points * utf8_encoded_length(spec.fill) * 2);
}

// `body` of `points` code points between its padding; `head` stays in front of the padding of '='.
static Result<Str*> padded(VM& vm, const FormatSpec& spec, std::string_view head, std::string_view body, size_t points,
                           char default_align) {
    size_t width = spec.width < 0 ? 0 : size_t(spec.width);
    size_t padding = width > points ? width - points : 0;
    TRY(reserve_text(vm, spec, std::max(width, points)));
    char align = spec.align ? spec.align : default_align;
    size_t left = align == '>' ? padding : align == '^' ? padding / 2 : 0;
    size_t middle = align == '=' ? padding : 0;
    std::string text;
    append_fill(text, spec.fill, left);
    text += head;
    append_fill(text, spec.fill, middle);
    text += body;
    append_fill(text, spec.fill, padding - left - middle);
    return make_str(vm, text);
}

Result<Str*> format_str(VM& vm, Str* value, std::string_view text) {
    if (text.empty() && value->is_exact())
        return value;
    FormatSpec spec = TRY(parse(vm, text, vm.type_name(value), false, 's'));
    if (spec.type && spec.type != 's')
        return unknown_code(vm, spec.type, vm.type_name(value));
    if (spec.sign)
        return vm.value_error("{} not allowed in string format specifier", spec.sign == ' ' ? "Space" : "Sign");
    if (spec.no_negative_zero)
        return vm.value_error("Negative zero coercion (z) not allowed in string format specifier");
    if (spec.alternate)
        return vm.value_error("Alternate form (#) not allowed in string format specifier");
    if (spec.align == '=')
        return vm.value_error("'=' alignment not allowed in string format specifier");
    // One that is shown as it is stays what it is, even where its class is derived from str.
    if ((spec.precision < 0 || spec.precision >= value->length) && spec.width <= int64_t(value->length))
        return value;
    if (spec.precision >= 0 && spec.precision < value->length)
        value = TRY(str_substring(vm, value, 0, size_t(spec.precision)));
    return padded(vm, spec, "", value->view(), value->length, '<');
}

// --- Numbers -------------------------------------------------------------------------------------------------------

namespace {

// A number as text, taken apart: "-" "0x" "1234" ".5e+10".
struct NumberText {
    bool negative = false;
    std::string_view prefix = {};
    std::string digits = {};
    std::string rest = {};
    size_t digit_points = SIZE_MAX; // code points of digits, when they are not ASCII
};

} // namespace

// The least count of digits, zeros added in front, that take `width` places together with their separators.
static size_t digits_for_width(size_t width, size_t group) {
    if (width == 0)
        return 0;
    size_t count = width / (group + 1) * group;
    while (count + (count ? (count - 1) / group : 0) < width)
        count++;
    return count;
}

static std::string grouped(const std::string& digits, size_t count, size_t group, char separator) {
    std::string text;
    size_t zeros = count > digits.size() ? count - digits.size() : 0;
    count = zeros + digits.size();
    text.reserve(count + count / group);
    for (size_t i = 0; i < count; i++) {
        if (i && (count - i) % group == 0)
            text += separator;
        text += i < zeros ? '0' : digits[i - zeros];
    }
    return text;
}

static Result<Str*> format_number_text(VM& vm, const FormatSpec& spec, NumberText& number) {
    std::string head;
    if (number.negative)
        head = '-';
    else if (spec.sign == '+' || spec.sign == ' ')
        head = spec.sign;
    head += number.prefix;
    if (spec.grouping && !number.digits.empty()) {
        size_t group = spec.grouping == '_' && spec.type &&
                               std::string_view("boxX").find(char(spec.type)) != std::string_view::npos
                           ? 4
                           : 3;
        size_t wanted = 0;
        if (spec.fill == '0' && spec.align == '=' && spec.width > 0) {
            size_t taken = head.size() + number.rest.size();
            size_t width = size_t(spec.width) > taken ? size_t(spec.width) - taken : 0;
            TRY(reserve_text(vm, spec, width));
            wanted = digits_for_width(width, group);
        }
        number.digits = grouped(number.digits, wanted, group, spec.grouping);
    }
    size_t points = head.size() + number.rest.size() +
                    (number.digit_points == SIZE_MAX ? number.digits.size() : number.digit_points);
    return padded(vm, spec, head, number.digits + number.rest, points, '>');
}

// --- Floats --------------------------------------------------------------------------------------------------------

static void upper(std::string& text) {
    for (char& c : text) {
        if (c >= 'a' && c <= 'z')
            c = char(c - 0x20);
    }
}

static Result<FloatLayout> float_layout(VM& vm, const FormatSpec& spec) {
    if (spec.precision > INT_MAX)
        return vm.value_error("precision too big");
    FloatLayout layout{
        .code = 'r', .precision = spec.precision < 0 ? 6 : int(spec.precision), .alternate = spec.alternate};
    switch (spec.type) {
    case 0:
        layout.code = spec.precision < 0 ? 'r' : 'g';
        layout.dot_zero = true;
        break;
    case 'e': case 'E':
        layout.code = 'e';
        break;
    case 'f': case 'F': case '%':
        layout.code = 'f';
        break;
    default:
        layout.code = 'g';
        break;
    }
    return layout;
}

static Result<Str*> format_float_spec(VM& vm, double value, const FormatSpec& spec) {
    FloatLayout layout = TRY(float_layout(vm, spec));
    std::string text = TRY(float_to_text(vm, spec.type == '%' ? value * 100 : value, layout));
    NumberText number;
    number.negative = text[0] == '-';
    if (number.negative)
        text.erase(0, 1);
    bool is_finite = std::isfinite(value);
    if (std::isnan(value))
        number.negative = false;
    if (spec.no_negative_zero && is_finite &&
        text.substr(0, text.find('e')).find_first_of("123456789") == std::string::npos)
        number.negative = false;
    if (spec.type == 'E' || spec.type == 'F' || spec.type == 'G')
        upper(text);
    size_t digits = std::min(text.find_first_not_of("0123456789"), text.size());
    number.digits = text.substr(0, digits);
    number.rest = text.substr(digits);
    if (spec.type == '%')
        number.rest += '%';
    return format_number_text(vm, spec, number);
}

static bool is_float_code(uint32_t type) {
    return type && type < 128 && std::string_view("eEfFgG%").find(char(type)) != std::string_view::npos;
}

Result<Str*> format_float(VM& vm, double value, std::string_view text, std::string_view type_name) {
    if (text.empty())
        return make_short_str(vm, float_repr(value));
    if (text.size() == 3 && text[0] == '.' && text[1] >= '0' && text[1] <= '9' && text[2] == 'f' &&
        std::isfinite(value))
        return make_short_str(vm, TRY(float_to_text(vm, value, {.code = 'f', .precision = text[1] - '0'}))); // ".2f"
    FormatSpec spec = TRY(parse(vm, text, type_name, true, 0));
    if (spec.type && spec.type != 'n' && !is_float_code(spec.type))
        return unknown_code(vm, spec.type, type_name);
    return format_float_spec(vm, value, spec);
}

// --- Ints ----------------------------------------------------------------------------------------------------------

static Result<Str*> format_int_character(VM& vm, Value value, const FormatSpec& spec) {
    if (spec.sign)
        return vm.value_error("Sign not allowed with integer format specifier 'c'");
    if (spec.alternate)
        return vm.value_error("Alternate form (#) not allowed with integer format specifier 'c'");
    std::optional<int64_t> code_point = to_int64(value);
    if (!code_point)
        return vm.overflow_error("Python int too large to convert to C long");
    if (*code_point < 0 || *code_point > int64_t(MAX_CODE_POINT))
        return vm.overflow_error("%c arg not in range(0x110000)");
    NumberText number;
    utf8_append(number.digits, uint32_t(*code_point));
    number.digit_points = 1;
    return format_number_text(vm, spec, number);
}

static Result<Str*> format_int_digits(VM& vm, Value value, const FormatSpec& spec) {
    int base = 10;
    NumberText number;
    switch (spec.type) {
    case 'b':
        base = 2;
        number.prefix = "0b";
        break;
    case 'o':
        base = 8;
        number.prefix = "0o";
        break;
    case 'x': case 'X':
        base = 16;
        number.prefix = spec.type == 'x' ? "0x" : "0X";
        break;
    }
    if (!spec.alternate)
        number.prefix = "";
    number.digits = TRY(int_to_text(vm, value, base));
    number.negative = number.digits[0] == '-';
    if (number.negative)
        number.digits.erase(0, 1);
    if (spec.type == 'X')
        upper(number.digits);
    return format_number_text(vm, spec, number);
}

Result<Str*> format_int(VM& vm, Value value, std::string_view text) {
    if (text.empty())
        return value.is_small_int() || as_exact<BigInt>(value) ? int_repr(vm, value) : str(vm, value);
    std::string type_name(vm.type_name(value));
    FormatSpec spec = TRY(parse(vm, text, type_name, true, 'd'));
    if (is_float_code(spec.type))
        return format_float_spec(vm, TRY(int_to_double(vm, value)), spec);
    if (spec.type >= 128 || std::string_view("\0bcdnoxX", 8).find(char(spec.type)) == std::string_view::npos)
        return unknown_code(vm, spec.type, type_name);
    if (spec.precision >= 0)
        return vm.value_error("Precision not allowed in integer format specifier");
    if (spec.no_negative_zero)
        return vm.value_error("Negative zero coercion (z) not allowed in integer format specifier");
    return spec.type == 'c' ? format_int_character(vm, value, spec) : format_int_digits(vm, value, spec);
}

} // namespace ouro::vm
