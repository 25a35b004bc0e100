// SPDX-License-Identifier: MIT
//
// _io: the native classes of files and open(), for io.py.
#include "stdlib/io/memory_files.hpp"
#include "stdlib/io/text_file.hpp"

namespace ouro::stdlib {

using namespace vm;

static Result<Value> text_encoding(VM& vm, Value encoding, Value) {
    return encoding.is_none() ? Value(make_short_str(vm, "utf-8")) : encoding;
}

static Result<Value> open_code(VM& vm, Value path) {
    if (!as<Str>(path))
        return vm.type_error("open_code() argument 'path' must be str, not {}", vm.type_name(path));
    Value none = Value::none();
    return open_file(vm, path, make_short_str(vm, "rb"), Value::small_int(-1), none, none, none, true, none);
}

static constexpr NativeDef MEMBERS[] = {
    type_constant("_IOBase", io_base_type),
    type_constant("_RawIOBase", raw_io_base_type),
    type_constant("_BufferedIOBase", buffered_io_base_type),
    type_constant("_TextIOBase", text_io_base_type),
    type_constant("FileIO", file_io_type),
    type_constant("BufferedReader", buffered_reader_type),
    type_constant("BufferedWriter", buffered_writer_type),
    type_constant("BufferedRandom", buffered_random_type),
    type_constant("BufferedRWPair", buffered_pair_type),
    type_constant("TextIOWrapper", text_file_type),
    type_constant("IncrementalNewlineDecoder", newline_decoder_type),
    type_constant("StringIO", string_io_type),
    type_constant("BytesIO", bytes_io_type),
    constant("DEFAULT_BUFFER_SIZE", DEFAULT_BUFFER_SIZE),
    fn<text_encoding>("text_encoding(encoding, stacklevel=2, /)", "The encoding to use where none was named."),
    fn<open_code>("open_code(path)", "Open a file of code: for reading bytes."),
    fn<write_out_files>("_write_out_files()"),
};

static Result<void> initialize(VM& vm, Module& module) {
    if (DictEntry* open = dict_find(*vm.builtins, intern(vm, "open")))
        module_set(vm, module, "open", open->value);
    module_set(vm, module, "UnsupportedOperation", unsupported_operation(vm));
    module_set(vm, module, "BlockingIOError", vm.exception_type(ExceptionId::BlockingIOError));
    return {};
}

extern const NativeModule io_module;
constinit const NativeModule io_module = {"_io", nullptr, MEMBERS, std::size(MEMBERS), initialize};

} // namespace ouro::stdlib
