// SPDX-License-Identifier: MIT
//
// str.format: literal text with replacement fields
//
//     { [name] ('.' attribute | '[' index ']')* ['!' conversion] [':' specification] }
//
// A specification may hold fields itself, one level deep. Faults are found where CPython finds them: each field is
// looked up and formatted before the text behind it is read.

#include "vm/objects/str/string_format.hpp"

#include "vm/values/text_builder.hpp"
#include "vm/text/unicode.hpp"
#include "vm/model/core.hpp"

namespace ouro::vm {

namespace {

constexpr int MAX_NESTING = 2;

// One field as it stands in the format.
struct Field {
    std::string_view name;
    uint32_t conversion = 0;
    std::string_view specification;
    bool nested = false; // the specification holds fields
};

class Formatter {
public:
    Formatter(VM& vm, std::span<const Value> arguments, Dict* keywords, Value mapping)
        : m_vm(vm), m_arguments(arguments), m_keywords(keywords), m_mapping(mapping) {}

    Result<void> run(std::string_view format, TextBuilder& output, int nesting);

private:
    Result<Field> parse_field(std::string_view& rest);
    Result<void> parse_field_name(std::string_view& rest, Field& field);
    Result<void> parse_specification(std::string_view& rest, Field& field);
    Result<void> append_field(const Field& field, TextBuilder& output, int nesting);
    Result<Value> find_value(std::string_view name);
    Result<Value> first_value(std::string_view name);
    Result<Value> positional(int64_t index, bool automatic);
    Result<Value> subscript(Value object, std::string_view& rest);
    Result<Value> convert(Value value, uint32_t conversion);
    Result<int64_t> integer(std::string_view text); // -1: no integer

    VM& m_vm;
    std::span<const Value> m_arguments;
    Dict* m_keywords;
    Value m_mapping; // format_map's
    enum class Numbering { Unknown, Automatic, Manual } m_numbering = Numbering::Unknown;
    int64_t m_next_index = 0;
};

} // namespace

// --- Parsing -------------------------------------------------------------------------------------------------------

Result<void> Formatter::parse_field_name(std::string_view& rest, Field& field) {
    bool in_brackets = false;
    for (size_t i = 0; i < rest.size(); i++) {
        char c = rest[i];
        if (c == '[') {
            in_brackets = true;
        } else if (c == ']') {
            in_brackets = false;
        } else if (!in_brackets && c == '{') {
            return m_vm.value_error("unexpected '{{' in field name");
        } else if (!in_brackets && (c == '}' || c == ':' || c == '!')) {
            field.name = rest.substr(0, i);
            rest.remove_prefix(i);
            return {};
        }
    }
    return m_vm.value_error("expected '}}' before end of string");
}

// Up to the brace that closes the field.
Result<void> Formatter::parse_specification(std::string_view& rest, Field& field) {
    int depth = 1;
    for (size_t i = 0; i < rest.size(); i++) {
        if (rest[i] == '{') {
            field.nested = true;
            depth++;
        } else if (rest[i] == '}' && --depth == 0) {
            field.specification = rest.substr(0, i);
            rest.remove_prefix(i + 1);
            return {};
        }
    }
    return m_vm.value_error("unmatched '{{' in format spec");
}

// `rest` begins behind the opening brace and is advanced behind the closing one.
Result<Field> Formatter::parse_field(std::string_view& rest) {
    Field field;
    TRY(parse_field_name(rest, field));
    char mark = rest[0];
    rest.remove_prefix(1);
    if (mark == '}')
        return field;
    if (mark == '!') {
        if (rest.empty())
            return m_vm.value_error("end of string while looking for conversion specifier");
        const char* at = rest.data();
        field.conversion = utf8_next(at);
        rest.remove_prefix(size_t(at - rest.data()));
        if (!rest.empty()) {
            char next = rest[0];
            if (next != '}' && next != ':')
                return m_vm.value_error("expected ':' after conversion specifier");
            rest.remove_prefix(1);
            if (next == '}')
                return field;
        }
    }
    TRY(parse_specification(rest, field));
    return field;
}

// --- Look-up -------------------------------------------------------------------------------------------------------

Result<int64_t> Formatter::integer(std::string_view text) {
    int64_t value = text.empty() ? -1 : 0;
    for (const char* at = text.data(); at < text.data() + text.size();) {
        std::optional<unsigned> digit = unicode::decimal_value(utf8_next(at));
        if (!digit)
            return -1;
        if (__builtin_mul_overflow(value, 10, &value) || __builtin_add_overflow(value, *digit, &value))
            return m_vm.value_error("Too many decimal digits in format string");
    }
    return value;
}

Result<Value> Formatter::positional(int64_t index, bool automatic) {
    Numbering wanted = automatic ? Numbering::Automatic : Numbering::Manual;
    if (m_numbering == Numbering::Unknown)
        m_numbering = wanted;
    if (m_numbering != wanted) {
        return automatic
                   ? m_vm.value_error("cannot switch from manual field specification to automatic field numbering")
                   : m_vm.value_error("cannot switch from automatic field numbering to manual field specification");
    }
    if (automatic)
        index = m_next_index++;
    if (m_mapping)
        return m_vm.value_error("Format string contains positional fields");
    if (uint64_t(index) >= m_arguments.size())
        return m_vm.index_error("Replacement index {} out of range for positional args tuple", index);
    return m_arguments[size_t(index)];
}

Result<Value> Formatter::first_value(std::string_view name) {
    int64_t index = TRY(integer(name));
    if (name.empty() || index >= 0)
        return positional(index, name.empty());
    Str* key = TRY(make_str(m_vm, name));
    if (m_mapping)
        return get_item(m_vm, m_mapping, key);
    Value value = m_keywords ? TRY(dict_get(m_vm, *m_keywords, key)) : Value();
    if (value.is_empty())
        return m_vm.key_error(key);
    return value;
}

// "index]": an integer or a str.
Result<Value> Formatter::subscript(Value object, std::string_view& rest) {
    size_t end = rest.find(']');
    if (end == std::string_view::npos)
        return m_vm.value_error("Missing ']' in format string");
    std::string_view text = rest.substr(0, end);
    rest.remove_prefix(end + 1);
    if (text.empty())
        return m_vm.value_error("Empty attribute in format string");
    int64_t index = TRY(integer(text));
    Value key = index >= 0 ? make_int(m_vm, index) : Value(TRY(make_str(m_vm, text)));
    return get_item(m_vm, object, key);
}

Result<Value> Formatter::find_value(std::string_view name) {
    size_t first = std::min(name.find_first_of(".["), name.size());
    std::string_view rest = name.substr(first);
    Value value = TRY(first_value(name.substr(0, first)));
    while (!rest.empty()) {
        char mark = rest[0];
        rest.remove_prefix(1);
        if (mark == '[') {
            value = TRY(subscript(value, rest));
        } else if (mark == '.') {
            size_t end = std::min(rest.find_first_of(".["), rest.size());
            if (end == 0)
                return m_vm.value_error("Empty attribute in format string");
            value = TRY(get_attribute(m_vm, value, intern(m_vm, rest.substr(0, end))));
            rest.remove_prefix(end);
        } else {
            return m_vm.value_error("Only '.' or '[' may follow ']' in format field specifier");
        }
    }
    return value;
}

// --- Output --------------------------------------------------------------------------------------------------------

Result<Value> Formatter::convert(Value value, uint32_t conversion) {
    switch (conversion) {
    case 0:
        return value;
    case 'r':
        return Value(TRY(repr(m_vm, value)));
    case 's':
        return Value(TRY(str(m_vm, value)));
    case 'a':
        return Value(TRY(ascii(m_vm, value)));
    }
    if (conversion > 32 && conversion < 127)
        return m_vm.value_error("Unknown conversion specifier {}", char(conversion));
    return m_vm.value_error("Unknown conversion specifier \\x{:x}", conversion);
}

Result<void> Formatter::append_field(const Field& field, TextBuilder& output, int nesting) {
    Value value = TRY(find_value(field.name));
    value = TRY(convert(value, field.conversion));
    std::string_view specification = field.specification;
    TextBuilder expanded(m_vm);
    if (field.nested) {
        TRY(run(specification, expanded, nesting - 1));
        if (expanded.failed())
            return m_vm.memory_error();
        specification = expanded.view();
    }
    Str* text = as_exact<Str>(value);
    if (!text || !specification.empty())
        text = TRY(format(m_vm, value, TRY(make_str(m_vm, specification))));
    output.append(text->view());
    return {};
}

Result<void> Formatter::run(std::string_view format, TextBuilder& output, int nesting) {
    if (nesting <= 0)
        return m_vm.value_error("Max string recursion exceeded");
    while (!format.empty()) {
        size_t brace = std::min(format.find_first_of("{}"), format.size());
        output.append(format.substr(0, brace));
        format.remove_prefix(brace);
        if (format.empty())
            break;
        char c = format[0];
        format.remove_prefix(1);
        if (!format.empty() && format[0] == c) {
            output.append(c);
            format.remove_prefix(1);
        } else if (c == '}') {
            return m_vm.value_error("Single '}}' encountered in format string");
        } else if (format.empty()) {
            return m_vm.value_error("Single '{{' encountered in format string");
        } else {
            TRY(append_field(TRY(parse_field(format)), output, nesting));
        }
    }
    return {};
}

static Result<Str*> run(VM& vm, Formatter formatter, Str* format) {
    TextBuilder output(vm);
    TRY(formatter.run(format->view(), output, MAX_NESTING));
    if (format->view().find_first_of("{}") == std::string_view::npos && format->length > 0)
        return format; // itself, also where its class is derived
    return output.finish();
}

Result<Str*> string_format(VM& vm, Str* format, std::span<const Value> arguments, Dict* keywords) {
    return run(vm, Formatter(vm, arguments, keywords, Value()), format);
}

Result<Str*> string_format_map(VM& vm, Str* format, Value mapping) {
    return run(vm, Formatter(vm, {}, nullptr, mapping), format);
}

} // namespace ouro::vm
