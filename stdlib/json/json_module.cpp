// SPDX-License-Identifier: MIT
//
// Module _json: the native part of package json. The classes JSONEncoder, JSONDecoder and JSONDecodeError are written
// in Python, in json/.
#include "stdlib/json/json_reader.hpp"
#include "stdlib/json/json_writer.hpp"

namespace ouro::vm::json {

static Value function_or_nothing(Value function) { return function.is_none() ? Value() : function; }

static ReadOptions read_options(bool strict, Value object_hook, Value parse_float, Value parse_int,
                                Value parse_constant, Value object_pairs_hook, Value error_type) {
    return {strict,
            function_or_nothing(object_hook),
            function_or_nothing(object_pairs_hook),
            function_or_nothing(parse_float),
            function_or_nothing(parse_int),
            function_or_nothing(parse_constant),
            error_type};
}

static Result<Value> json_loads(VM& vm, Str& text, bool strict, Value object_hook, Value parse_float, Value parse_int,
                                Value parse_constant, Value object_pairs_hook, Value error_type) {
    ReadOptions options =
        read_options(strict, object_hook, parse_float, parse_int, parse_constant, object_pairs_hook, error_type);
    return Reader(vm, text, options).read_all();
}

static Result<Tuple*> json_scan(VM& vm, Str& text, int64_t index, bool strict, Value object_hook, Value parse_float,
                                Value parse_int, Value parse_constant, Value object_pairs_hook, Value error_type) {
    if (index < 0)
        return vm.value_error("idx cannot be negative");
    ReadOptions options =
        read_options(strict, object_hook, parse_float, parse_int, parse_constant, object_pairs_hook, error_type);
    Reader reader(vm, text, options);
    Value value = TRY(reader.read_at(size_t(std::min<int64_t>(index, text.length))));
    return make_tuple(vm, {value, Value::small_int(int64_t(reader.read_end()))});
}

static Result<Str*> json_dumps(VM& vm, Value value, Value default_function, bool skip_keys, bool ensure_ascii,
                               bool check_circular, bool allow_nan, std::optional<std::string_view> indent,
                               std::string_view key_separator, std::string_view item_separator, bool sort_keys) {
    WriteOptions options{skip_keys, ensure_ascii, check_circular, allow_nan, sort_keys,
                         indent,    key_separator, item_separator, default_function};
    Writer writer(vm, options);
    TRY(writer.write(value));
    return writer.finish();
}

static Result<Str*> quote(VM& vm, std::string_view text, bool ensure_ascii) {
    WriteOptions options{};
    options.ensure_ascii = ensure_ascii;
    Writer writer(vm, options);
    writer.write_string(text);
    return writer.finish();
}
static Result<Str*> json_encode_basestring(VM& vm, std::string_view text) { return quote(vm, text, false); }
static Result<Str*> json_encode_basestring_ascii(VM& vm, std::string_view text) { return quote(vm, text, true); }

static constexpr NativeDef members[] = {
    fn<json_loads>(
        "loads(text, strict, object_hook, parse_float, parse_int, parse_constant, object_pairs_hook, error, /)"),
    fn<json_scan>(
        "scan(text, index, strict, object_hook, parse_float, parse_int, parse_constant, object_pairs_hook, error, /)"),
    fn<json_dumps>("dumps(obj, default, skipkeys, ensure_ascii, check_circular, allow_nan, indent, key_separator, "
                   "item_separator, sort_keys, /)"),
    fn<json_encode_basestring>("encode_basestring(string, /)", "The text as a JSON string."),
    fn<json_encode_basestring_ascii>("encode_basestring_ascii(string, /)", "The text as a JSON string in ASCII."),
};

} // namespace ouro::vm::json

namespace ouro::stdlib {

namespace json = vm::json;

extern const vm::NativeModule json_module;
const vm::NativeModule json_module = {"_json", "The native part of package json.", json::members,
                                      std::size(json::members)};

} // namespace ouro::stdlib
