// SPDX-License-Identifier: MIT
//
// format % arguments for str and bytes:
//
//     % [(key)] [flags - + space # 0] [width | *] [. [precision | *]] [h l L] type
//
// One formatter serves both: bytes differ in keys, %s, %c, %b and in that their width counts octets.

#include "vm/objects/str/percent_format.hpp"

#include "vm/values/float.hpp"
#include "vm/values/int.hpp"
#include "vm/values/text_builder.hpp"
#include "vm/model/core.hpp"
#include "vm/model/buffer.hpp"
#include "vm/model/numbers.hpp"
#include "vm/model/special_calls.hpp"

#include <algorithm>
#include <climits>

namespace ouro::vm {

namespace {

// A conversion specifier.
struct Specifier {
    bool left = false, plus = false, space = false, alternate = false, zero = false;
    int64_t width = 0;
    int64_t precision = -1;
    uint32_t type = 0;
};

class PercentFormatter {
public:
    PercentFormatter(VM& vm, std::string_view format, Value arguments, bool bytes);
    Result<void> run();

    TextBuilder output;

private:
    Result<void> append_next();
    Result<Specifier> parse();
    Result<void> parse_key();
    Result<void> parse_width(Specifier& specifier);
    Result<void> parse_precision(Specifier& specifier);
    Result<int64_t> parse_digits(int64_t limit, const char* message);
    Result<int64_t> star();
    Result<Value> next_argument();

    Result<void> append(const Specifier& specifier, Value value);
    Result<void> append_text(const Specifier& specifier, Value value);
    Result<void> append_octets(const Specifier& specifier, Value value);
    Result<void> append_character(const Specifier& specifier, Value value);
    Result<void> append_octet(const Specifier& specifier, Value value);
    Result<void> append_int(const Specifier& specifier, Value value);
    Result<void> append_float(const Specifier& specifier, Value value);
    Result<void> append_number(const Specifier& specifier, bool negative, std::string_view prefix,
                               std::string_view digits);
    void append_padded(const Specifier& specifier, std::string_view text, size_t points);
    Result<Value> integer(const Specifier& specifier, Value value);
    Raised unsupported(uint32_t type);

    bool at_end() const { return m_position == m_format.size(); }

    VM& m_vm;
    std::string_view m_format;
    size_t m_position = 0;
    bool m_bytes;
    Value m_arguments;
    std::span<const Value> m_items; // what next_argument gives, one by one
    size_t m_next = 0;
    bool m_is_mapping;
    Value m_keyed; // the value that a key has chosen
};

} // namespace

PercentFormatter::PercentFormatter(VM& vm, std::string_view format, Value arguments, bool bytes)
    : output(vm), m_vm(vm), m_format(format), m_bytes(bytes), m_arguments(arguments) {
    Tuple* tuple = as<Tuple>(arguments);
    m_items = tuple ? std::span<const Value>(tuple->items(), tuple->size()) : std::span<const Value>(&m_arguments, 1);
    m_is_mapping = !tuple && !as<Str>(arguments) && !(bytes && Octets::from(arguments)) &&
                   !vm.type_of(arguments)->special(vm, Special::GetItem).is_empty();
}

// --- Parsing -------------------------------------------------------------------------------------------------------

Result<Value> PercentFormatter::next_argument() {
    if (m_next >= m_items.size())
        return m_vm.type_error("not enough arguments for format string");
    return m_items[m_next++];
}

Result<void> PercentFormatter::parse_key() {
    if (!m_is_mapping)
        return m_vm.type_error("format requires a mapping");
    size_t start = ++m_position;
    int depth = 1;
    for (; !at_end() && depth > 0; m_position++) {
        if (m_format[m_position] == ')')
            depth--;
        else if (m_format[m_position] == '(')
            depth++;
    }
    if (depth > 0)
        return m_vm.value_error("incomplete format key");
    std::string_view key = m_format.substr(start, m_position - start - 1);
    Value key_value = m_bytes ? Value(TRY(make_bytes(m_vm, key))) : Value(TRY(make_str(m_vm, key)));
    m_keyed = TRY(get_item(m_vm, m_arguments, key_value));
    m_items = std::span<const Value>(&m_keyed, 1);
    m_next = 0;
    return {};
}

Result<int64_t> PercentFormatter::parse_digits(int64_t limit, const char* message) {
    int64_t value = 0;
    for (; !at_end() && m_format[m_position] >= '0' && m_format[m_position] <= '9'; m_position++) {
        if (value > (limit - (m_format[m_position] - '0')) / 10)
            return m_vm.value_error("{}", message);
        value = value * 10 + (m_format[m_position] - '0');
    }
    return value;
}

Result<int64_t> PercentFormatter::star() {
    m_position++;
    Value value = TRY(next_argument());
    if (!is_int(value))
        return m_vm.type_error("* wants int");
    if (std::optional<int64_t> number = to_int64(value))
        return *number;
    return m_vm.overflow_error("Python int too large to convert to C ssize_t");
}

Result<void> PercentFormatter::parse_width(Specifier& specifier) {
    if (at_end() || m_format[m_position] != '*') {
        specifier.width = TRY(parse_digits(INT64_MAX, "width too big"));
        return {};
    }
    int64_t width = TRY(star());
    specifier.left |= width < 0;
    specifier.width = width == INT64_MIN ? INT64_MAX : std::abs(width);
    return {};
}

Result<void> PercentFormatter::parse_precision(Specifier& specifier) {
    if (at_end() || m_format[m_position] != '.')
        return {};
    m_position++;
    if (at_end() || m_format[m_position] != '*') {
        specifier.precision = TRY(parse_digits(INT_MAX, "precision too big"));
        return {};
    }
    int64_t precision = TRY(star());
    if (precision > INT_MAX)
        return m_vm.overflow_error("Python int too large to convert to C int");
    specifier.precision = std::max<int64_t>(precision, 0);
    return {};
}

// Begins behind the percent sign.
Result<Specifier> PercentFormatter::parse() {
    Specifier specifier;
    if (!at_end() && m_format[m_position] == '(')
        TRY(parse_key());
    for (bool flag = true; flag && !at_end();) {
        switch (m_format[m_position]) {
        case '-': specifier.left = true; break;
        case '+': specifier.plus = true; break;
        case ' ': specifier.space = true; break;
        case '#': specifier.alternate = true; break;
        case '0': specifier.zero = true; break;
        default: flag = false; continue;
        }
        m_position++;
    }
    TRY(parse_width(specifier));
    TRY(parse_precision(specifier));
    if (!at_end() && (m_format[m_position] == 'h' || m_format[m_position] == 'l' || m_format[m_position] == 'L'))
        m_position++;
    if (at_end())
        return m_vm.value_error("incomplete format");
    const char* at = m_format.data() + m_position;
    specifier.type = m_bytes ? uint8_t(*at++) : utf8_next(at);
    m_position = size_t(at - m_format.data());
    return specifier;
}

Result<void> PercentFormatter::append_next() {
    m_position++;
    if (!at_end() && m_format[m_position] == '%') {
        m_position++;
        output.append('%');
        return {};
    }
    Specifier specifier = TRY(parse());
    return append(specifier, TRY(next_argument()));
}

Result<void> PercentFormatter::run() {
    while (!at_end()) {
        size_t percent = std::min(m_format.find('%', m_position), m_format.size());
        output.append(m_format.substr(m_position, percent - m_position));
        m_position = percent;
        if (!at_end())
            TRY(append_next());
    }
    if (m_next < m_items.size() && !m_is_mapping)
        return m_vm.type_error("not all arguments converted during {} formatting", m_bytes ? "bytes" : "string");
    return {};
}

// --- Conversions ---------------------------------------------------------------------------------------------------

Raised PercentFormatter::unsupported(uint32_t type) {
    size_t before = m_position - (m_bytes ? 1 : utf8_encoded_length(type));
    size_t index = m_bytes ? before : count_code_points(m_format.substr(0, before));
    if (m_bytes && type > 127) // CPython takes the octet for a negative number
        return m_vm.overflow_error("character argument not in range(0x110000)");
    char shown = m_bytes || (type >= 31 && type < 127) ? char(type) : '?';
    return m_vm.value_error("unsupported format character '{}' (0x{:x}) at index {}", shown, type, index);
}

Result<void> PercentFormatter::append(const Specifier& specifier, Value value) {
    switch (specifier.type) {
    case 's':
        return m_bytes ? append_octets(specifier, value) : append_text(specifier, value);
    case 'b':
        return m_bytes ? append_octets(specifier, value) : Result<void>(unsupported(specifier.type));
    case 'r': case 'a':
        return append_text(specifier, value);
    case 'c':
        return m_bytes ? append_octet(specifier, value) : append_character(specifier, value);
    case 'd': case 'i': case 'u': case 'x': case 'X': case 'o':
        return append_int(specifier, value);
    case 'e': case 'E': case 'f': case 'F': case 'g': case 'G':
        return append_float(specifier, value);
    }
    return unsupported(specifier.type);
}

void PercentFormatter::append_padded(const Specifier& specifier, std::string_view text, size_t points) {
    size_t padding = size_t(specifier.width) > points ? size_t(specifier.width) - points : 0;
    if (!specifier.left)
        output.append(padding, ' ');
    output.append(text);
    if (specifier.left)
        output.append(padding, ' ');
}

Result<void> PercentFormatter::append_text(const Specifier& specifier, Value value) {
    Str* text = nullptr;
    if (specifier.type == 's')
        text = as_exact<Str>(value) ? static_cast<Str*>(value.object()) : TRY(str(m_vm, value));
    else if (specifier.type == 'r' && !m_bytes)
        text = TRY(repr(m_vm, value));
    else
        text = TRY(ascii(m_vm, value));
    if (specifier.precision >= 0 && specifier.precision < text->length)
        text = TRY(str_substring(m_vm, text, 0, size_t(specifier.precision)));
    append_padded(specifier, text->view(), text->length);
    return {};
}

Result<void> PercentFormatter::append_octets(const Specifier& specifier, Value value) {
    Value served = value;
    if (!Octets::from(value)) {
        Value made = TRY(call_special_if_bound(m_vm, value, Special::Bytes));
        if (!as<Bytes>(made) && !made.is_empty())
            return m_vm.type_error("__bytes__ returned non-bytes (type {})", m_vm.type_name(made));
        served = made.is_empty() ? value : made;
    }
    if (!is_bytes_like(m_vm, served))
        return m_vm.type_error("%b requires a bytes-like object, or an object that implements __bytes__, not '{}'",
                               m_vm.type_name(value));
    Buffer buffer = TRY(Buffer::of(m_vm, served));
    std::string_view octets = buffer.view.octets();
    if (specifier.precision >= 0)
        octets = octets.substr(0, size_t(specifier.precision));
    append_padded(specifier, octets, octets.size());
    return {};
}

Result<void> PercentFormatter::append_character(const Specifier& specifier, Value value) {
    if (Str* text = as<Str>(value)) {
        if (text->length != 1)
            return m_vm.type_error("%c requires an int or a unicode character, not a string of length {}",
                                   text->length);
        append_padded(specifier, text->view(), 1);
        return {};
    }
    if (!is_int(value) && m_vm.type_of(value)->special(m_vm, Special::Index).is_empty())
        return m_vm.type_error("%c requires an int or a unicode character, not {}", m_vm.type_name(value));
    std::optional<int64_t> code_point = to_int64(TRY(index(m_vm, value)));
    if (!code_point || *code_point < 0 || *code_point > int64_t(MAX_CODE_POINT))
        return m_vm.overflow_error("%c arg not in range(0x110000)");
    std::string text;
    utf8_append(text, uint32_t(*code_point));
    append_padded(specifier, text, 1);
    return {};
}

Result<void> PercentFormatter::append_octet(const Specifier& specifier, Value value) {
    static constexpr const char* WANTED = "%c requires an integer in range(256) or a single byte, not";
    if (auto octets = Octets::from(value)) {
        if (octets->length() != 1)
            return m_vm.type_error("{} a {} object of length {}", WANTED, octets->is_array() ? "bytearray" : "bytes",
                                   octets->length());
        append_padded(specifier, octets->view(), 1);
        return {};
    }
    if (!is_int(value) && m_vm.type_of(value)->special(m_vm, Special::Index).is_empty())
        return m_vm.type_error("{} {}", WANTED, m_vm.type_name(value));
    std::optional<int64_t> octet = to_int64(TRY(index(m_vm, value)));
    if (!octet || *octet < 0 || *octet > 255)
        return m_vm.overflow_error("%c arg not in range(256)");
    char character = char(*octet);
    append_padded(specifier, {&character, 1}, 1);
    return {};
}

// --- Numbers -------------------------------------------------------------------------------------------------------

// Zeros go between the sign or prefix and the digits.
Result<void> PercentFormatter::append_number(const Specifier& specifier, bool negative, std::string_view prefix,
                                             std::string_view digits) {
    std::string head;
    if (negative)
        head = '-';
    else if (specifier.plus)
        head = '+';
    else if (specifier.space)
        head = ' ';
    head += prefix;
    size_t points = head.size() + digits.size();
    size_t padding = size_t(specifier.width) > points ? size_t(specifier.width) - points : 0;
    if (!specifier.left && !specifier.zero)
        output.append(padding, ' ');
    output.append(head);
    if (!specifier.left && specifier.zero)
        output.append(padding, '0');
    output.append(digits);
    if (specifier.left)
        output.append(padding, ' ');
    return {};
}

// The int to show: %d truncates real numbers, the other types want an integer.
Result<Value> PercentFormatter::integer(const Specifier& specifier, Value value) {
    if (is_int(value))
        return value;
    bool decimal = specifier.type == 'd' || specifier.type == 'i' || specifier.type == 'u';
    Type* type = m_vm.type_of(value);
    bool is_real = decimal && type->special(m_vm, Special::Int);
    if (is_real || type->special(m_vm, Special::Index)) {
        auto number = is_real ? int_from_object(m_vm, value) : index(m_vm, value);
        if (!number.is_error() || !is_exception_of(number.exception(), m_vm, ExceptionId::TypeError))
            return number;
    }
    return m_vm.type_error("%{} format: {} is required, not {}", char(specifier.type),
                           decimal ? "a real number" : "an integer", m_vm.type_name(value));
}

Result<void> PercentFormatter::append_int(const Specifier& specifier, Value value) {
    Value number = TRY(integer(specifier, value));
    int base = specifier.type == 'o' ? 8 : (specifier.type | 0x20) == 'x' ? 16 : 10;
    std::string digits = TRY(int_to_text(m_vm, number, base));
    bool negative = digits[0] == '-';
    if (negative)
        digits.erase(0, 1);
    if (specifier.type == 'X')
        std::transform(digits.begin(), digits.end(), digits.begin(),
                       [](char c) { return c >= 'a' ? char(c - 0x20) : c; });
    if (specifier.precision > int64_t(digits.size())) {
        TRY(m_vm.heap.reserve(size_t(specifier.precision)));
        digits.insert(0, size_t(specifier.precision) - digits.size(), '0');
    }
    std::string_view prefix;
    if (specifier.alternate && base != 10)
        prefix = base == 8 ? "0o" : specifier.type == 'x' ? "0x" : "0X";
    return append_number(specifier, negative, prefix, digits);
}

Result<void> PercentFormatter::append_float(const Specifier& specifier, Value value) {
    if (m_bytes && !is_float(value) && !is_int(value) && m_vm.type_of(value)->special(m_vm, Special::Float).is_empty())
        return m_vm.type_error("float argument required, not {}", m_vm.type_name(value));
    double number = TRY(to_double(m_vm, value));
    FloatLayout layout{.code = char(specifier.type | 0x20),
                       .precision = specifier.precision < 0 ? 6 : int(specifier.precision),
                       .alternate = specifier.alternate};
    std::string text = TRY(float_to_text(m_vm, number != number ? std::abs(number) : number, layout));
    bool negative = text[0] == '-';
    if (negative)
        text.erase(0, 1);
    if (specifier.type < 'a')
        std::transform(text.begin(), text.end(), text.begin(), [](char c) { return c >= 'a' ? char(c - 0x20) : c; });
    return append_number(specifier, negative, "", text);
}

Result<Str*> percent_format(VM& vm, Str* format, Value arguments) {
    PercentFormatter formatter(vm, format->view(), arguments, false);
    TRY(formatter.run());
    if (format->view().find('%') == std::string_view::npos && format->length > 0)
        return format; // itself, also where its class is derived
    return formatter.output.finish();
}

Result<Object*> percent_format(VM& vm, Octets format, Value arguments) {
    // Script code runs while it is read, and may change an array.
    Octets unchanging = format.is_array() ? Octets(*TRY(make_bytes(vm, format.view()))) : format;
    PercentFormatter formatter(vm, unchanging.view(), arguments, true);
    TRY(formatter.run());
    if (formatter.output.failed())
        return vm.memory_error();
    return octets_like(vm, format, formatter.output.view());
}

} // namespace ouro::vm
