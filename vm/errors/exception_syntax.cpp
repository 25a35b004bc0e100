// SPDX-License-Identifier: MIT
//
// SyntaxError with its position, and the Unicode errors: attributes and texts.
#include "vm/errors/exception_members.hpp"
#include "vm/model/core.hpp"

namespace ouro::vm {

static Result<void> refuse_keywords(VM& vm, Exception& self, Kwargs keywords) {
    if (keywords.size() > 0)
        return vm.type_error("{}() takes no keyword arguments", self.type()->name->view());
    return {};
}

// --- SyntaxError ----------------------------------------------------------------------------------------------------

static Result<void> syntax_error_init(VM& vm, Exception& self, Args args, Kwargs keywords) {
    TRY(refuse_keywords(vm, self, keywords));
    Heap::store(&self, self.args, make_tuple(vm, args));
    return initialize_fields(vm, ExceptionId::SyntaxError, self, args);
}

static Result<Value> syntax_error_str(VM& vm, Exception& self) {
    Value message = self.field(field::SYNTAX_MESSAGE);
    std::string text(TRY(str(vm, message.is_empty() ? Value::none() : message))->view());
    Str* filename = as<Str>(self.field(field::SYNTAX_FILENAME));
    Value line = self.field(field::LINENO);
    bool has_line = !line.is_empty() && is_int(line);
    if (!filename && !has_line)
        return TRY(make_str(vm, text));
    text += " (";
    if (filename) {
        std::string_view path = filename->view();
        text += path.substr(path.rfind('/') + 1);
    }
    if (has_line)
        text += fmt::format("{}line {}", filename ? ", " : "", TRY(int_to_text(vm, line, 10)));
    return TRY(make_str(vm, text + ")"));
}

constinit const NativeDef syntax_error_members[] = {
    fn<syntax_error_init>("__init__(self, /, *args, **kwargs)"),
    fn<syntax_error_str>("__str__(self, /)"),
    field_member<field::SYNTAX_MESSAGE>("msg", "exception msg"),
    field_member<field::SYNTAX_FILENAME>("filename", "exception filename"),
    field_member<field::LINENO>("lineno", "exception lineno"),
    field_member<field::OFFSET>("offset", "exception offset"),
    field_member<field::TEXT>("text", "exception text"),
    field_member<field::END_LINENO>("end_lineno", "exception end lineno"),
    field_member<field::END_OFFSET>("end_offset", "exception end offset"),
    field_member<field::PRINT_FILE_AND_LINE>("print_file_and_line", "exception print_file_and_line"),
};

// --- Unicode errors -------------------------------------------------------------------------------------------------

template <ExceptionId id>
static Result<void> unicode_init(VM& vm, Exception& self, Args args, Kwargs keywords) {
    TRY(refuse_keywords(vm, self, keywords));
    Heap::store(&self, self.args, make_tuple(vm, args));
    return initialize_fields(vm, id, self, args);
}

static std::string escaped_character(uint32_t code_point) {
    if (code_point <= 0xFF)
        return fmt::format("\\x{:02x}", code_point);
    if (code_point <= 0xFFFF)
        return fmt::format("\\u{:04x}", code_point);
    return fmt::format("\\U{:08x}", code_point);
}

struct UnicodeRange {
    int64_t start, end;
    bool single; // exactly one item, and it exists
};

static UnicodeRange unicode_range(Exception& self, int64_t length) {
    int64_t start = to_int64(self.field(field::START)).value_or(0);
    int64_t end = to_int64(self.field(field::END)).value_or(0);
    return {start, end, start >= 0 && start < length && end == start + 1};
}

static Result<std::string> field_text(VM& vm, Exception& self, unsigned index) {
    Value value = self.field(index);
    return std::string(TRY(str(vm, value.is_empty() ? Value::none() : value))->view());
}

static Result<Value> unicode_decode_str(VM& vm, Exception& self) {
    Bytes* object = as<Bytes>(self.field(field::UNICODE_OBJECT));
    if (!object)
        return vm.names.empty;
    UnicodeRange range = unicode_range(self, int64_t(object->length));
    std::string encoding = TRY(field_text(vm, self, field::ENCODING)),
                reason = TRY(field_text(vm, self, field::REASON));
    if (range.single)
        return TRY(make_str(vm, fmt::format("'{}' codec can't decode byte 0x{:02x} in position {}: {}", encoding,
                                            uint8_t(object->data()[range.start]), range.start, reason)));
    return TRY(make_str(vm, fmt::format("'{}' codec can't decode bytes in position {}-{}: {}", encoding, range.start,
                                        range.end - 1, reason)));
}

// Shared by encoding and translation: `action` is "'utf-8' codec can't encode" or "can't translate".
static Result<Value> character_error_str(VM& vm, Exception& self, Str* object, const std::string& action) {
    UnicodeRange range = unicode_range(self, object->length);
    std::string reason = TRY(field_text(vm, self, field::REASON));
    if (range.single)
        return TRY(make_str(vm, fmt::format("{} character '{}' in position {}: {}", action,
                                            escaped_character(str_code_point_at(vm, object, size_t(range.start))),
                                            range.start, reason)));
    return TRY(
        make_str(vm, fmt::format("{} characters in position {}-{}: {}", action, range.start, range.end - 1, reason)));
}

static Result<Value> unicode_encode_str(VM& vm, Exception& self) {
    Str* object = as<Str>(self.field(field::UNICODE_OBJECT));
    if (!object)
        return vm.names.empty;
    return character_error_str(vm, self, object,
                               fmt::format("'{}' codec can't encode", TRY(field_text(vm, self, field::ENCODING))));
}

static Result<Value> unicode_translate_str(VM& vm, Exception& self) {
    Str* object = as<Str>(self.field(field::UNICODE_OBJECT));
    if (!object)
        return vm.names.empty;
    return character_error_str(vm, self, object, "can't translate");
}

constinit const NativeDef unicode_decode_members[] = {
    fn<unicode_init<ExceptionId::UnicodeDecodeError>>("__init__(self, /, *args, **kwargs)"),
    fn<unicode_decode_str>("__str__(self, /)"),
    field_member<field::ENCODING>("encoding", "exception encoding"),
    field_member<field::UNICODE_OBJECT>("object", "exception object"),
    field_member<field::START>("start", "exception start"),
    field_member<field::END>("end", "exception end"),
    field_member<field::REASON>("reason", "exception reason"),
};
constinit const NativeDef unicode_encode_members[] = {
    fn<unicode_init<ExceptionId::UnicodeEncodeError>>("__init__(self, /, *args, **kwargs)"),
    fn<unicode_encode_str>("__str__(self, /)"),
    field_member<field::ENCODING>("encoding", "exception encoding"),
    field_member<field::UNICODE_OBJECT>("object", "exception object"),
    field_member<field::START>("start", "exception start"),
    field_member<field::END>("end", "exception end"),
    field_member<field::REASON>("reason", "exception reason"),
};
constinit const NativeDef unicode_translate_members[] = {
    fn<unicode_init<ExceptionId::UnicodeTranslateError>>("__init__(self, /, *args, **kwargs)"),
    fn<unicode_translate_str>("__str__(self, /)"),
    field_member<field::UNICODE_OBJECT>("object", "exception object"),
    field_member<field::START>("start", "exception start"),
    field_member<field::END>("end", "exception end"),
    field_member<field::REASON>("reason", "exception reason"),
};

} // namespace ouro::vm
