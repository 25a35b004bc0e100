// SPDX-License-Identifier: MIT
//
// Library Reference, struct, "Format Strings".
#include "stdlib/struct/format.hpp"

#include "vm/run/import.hpp"

namespace ouro::stdlib {

using namespace ouro::vm;

namespace {

// Octets of one value; 0 for characters that mean nothing here. 'n', 'N' and 'P' exist in C's own types only.
uint32_t code_size(char code, bool native) {
    switch (code) {
    case 'x':
    case 'c':
    case 'b':
    case 'B':
    case '?':
    case 's':
    case 'p':
        return 1;
    case 'h':
    case 'H':
    case 'e':
        return 2;
    case 'i':
    case 'I':
    case 'f':
        return 4;
    case 'l':
    case 'L':
        return native ? sizeof(long) : 4;
    case 'q':
    case 'Q':
    case 'd':
        return 8;
    case 'n':
    case 'N':
    case 'P':
        return native ? sizeof(void*) : 0;
    default:
        return 0;
    }
}

bool is_space(char c) {
    return c == ' ' || (c >= '\t' && c <= '\r');
}
bool is_digit(char c) {
    return c >= '0' && c <= '9';
}

} // namespace

std::optional<FormatItem> native_item(std::string_view format) {
    if (format.starts_with('@'))
        format.remove_prefix(1);
    if (format.size() != 1 || format.find_first_of("xsp") == 0)
        return std::nullopt;
    FormatItem item{.code = format[0], .size = code_size(format[0], true), .native = true};
    return item.size ? std::optional(item) : std::nullopt;
}

FormatReader::FormatReader(std::string_view text) : m_rest(text) {
    if (text.empty() || std::string_view("@=<>!").find(text[0]) == std::string_view::npos)
        return;
    m_native = text[0] == '@';
    m_big_endian = text[0] == '>' || text[0] == '!';
    m_rest.remove_prefix(1);
}

Result<uint64_t> FormatReader::read_count(VM& vm) {
    uint64_t count = 0;
    while (!m_rest.empty() && is_digit(m_rest[0])) {
        if (__builtin_mul_overflow(count, 10, &count) || __builtin_add_overflow(count, m_rest[0] - '0', &count) ||
            count > uint64_t(INT64_MAX))
            return struct_error(vm, "total struct size too long");
        m_rest.remove_prefix(1);
    }
    if (m_rest.empty())
        return struct_error(vm, "repeat count given without format specifier");
    return count;
}

Result<bool> FormatReader::next(VM& vm, FormatItem& item) {
    while (!m_rest.empty() && is_space(m_rest[0]))
        m_rest.remove_prefix(1);
    if (m_rest.empty())
        return false;
    item.repeat = is_digit(m_rest[0]) ? TRY(read_count(vm)) : 1;
    item.code = m_rest[0];
    item.size = code_size(item.code, m_native);
    item.native = m_native;
    item.big_endian = m_big_endian;
    if (item.size == 0)
        return struct_error(vm, "bad char in struct format");
    m_rest.remove_prefix(1);
    if (m_native) // C's types are as aligned as they are long
        m_size = (m_size + item.size - 1) / item.size * item.size;
    item.offset = m_size;
    uint64_t bytes;
    if (__builtin_mul_overflow(item.repeat, item.size, &bytes) || __builtin_add_overflow(m_size, bytes, &m_size) ||
        m_size > uint64_t(INT64_MAX))
        return struct_error(vm, "total struct size too long");
    return true;
}

Result<FormatMeasure> measure_format(VM& vm, std::string_view text) {
    FormatReader reader(text);
    FormatItem item;
    uint64_t values = 0;
    while (TRY(reader.next(vm, item))) {
        if (item.code == 's' || item.code == 'p')
            values++;
        else if (item.code != 'x')
            values += item.repeat;
    }
    return FormatMeasure{int64_t(reader.size()), int64_t(values)};
}

// --- As an argument ------------------------------------------------------------------------------------------------

static Result<Value> error_type(VM& vm) {
    return get_attribute(vm, TRY(import_absolute(vm, "_struct")), "error");
}

bool is_struct_error(VM& vm, Exception* exception) {
    auto type = error_type(vm);
    return !type.is_error() && type.release() == Value(reinterpret_cast<Object*>(exception)->type());
}

Raised struct_error(VM& vm, std::string_view message) {
    auto type = error_type(vm);
    auto made = type.is_error() ? std::move(type) : call(vm, type.release(), {make_short_str(vm, message)});
    return made.is_error() ? made.error() : vm.raise(as<Exception>(made.release()));
}

Result<std::string_view> format_text(VM& vm, Value format) {
    Str* text = as<Str>(format);
    Bytes* octets = as<Bytes>(format);
    if (!text && !octets)
        return vm.type_error("Struct() argument 1 must be a str or bytes object, not {}", vm.type_name(format));
    if (text && !text->is_ascii()) // raises
        TRY(call_method(vm, str_exact(vm, text), "encode", {make_short_str(vm, "ascii")}));
    std::string_view view = text ? text->view() : octets->view();
    if (view.find('\0') != std::string_view::npos)
        return struct_error(vm, "embedded null character");
    return view;
}

} // namespace ouro::stdlib
