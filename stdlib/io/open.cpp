// SPDX-License-Identifier: MIT
//
// open(): puts together the layers that a mode and a buffering ask for (Library Reference, io).
#include "stdlib/io/text_file.hpp"

#include "stdlib/os/descriptors.hpp"

#include "vm/blocking.hpp"

#include <sys/stat.h>
#include <unistd.h>

namespace ouro::stdlib {

using namespace ouro::vm;

namespace {

struct Mode {
    bool reads = false, writes = false, appends = false, creates = false, updates = false, text = false, binary = false;
    std::string raw; // of the FileIO
};

// Takes one letter of the mode; false for one that it cannot have, or has had.
bool take_letter(Mode& mode, char letter) {
    bool* field = letter == 'r'   ? &mode.reads
                  : letter == 'w' ? &mode.writes
                  : letter == 'a' ? &mode.appends
                  : letter == 'x' ? &mode.creates
                  : letter == '+' ? &mode.updates
                  : letter == 't' ? &mode.text
                  : letter == 'b' ? &mode.binary
                                  : nullptr;
    if (!field || *field)
        return false;
    *field = true;
    if (letter != 't' && letter != 'b')
        mode.raw += letter;
    return true;
}

Result<Mode> parse_mode(VM& vm, Str& text) {
    Mode mode;
    for (char letter : text.view()) {
        if (!take_letter(mode, letter))
            return vm.value_error("invalid mode: '{}'", text.view());
    }
    if (mode.text && mode.binary)
        return vm.value_error("can't have text and binary mode at once");
    if (mode.reads + mode.writes + mode.appends + mode.creates > 1)
        return vm.value_error("must have exactly one of create/read/write/append mode");
    return mode;
}

Result<void> check_text_argument(VM& vm, const char* name, Value value) {
    if (!value.is_none() && !as<Str>(value))
        return vm.type_error("open() argument '{}' must be str or None, not {}", name, vm.type_name(value));
    return {};
}

Result<void> check_binary(VM& vm, const TextOptions& options) {
    if (!options.encoding.is_none())
        return vm.value_error("binary mode doesn't take an encoding argument");
    if (!options.errors.is_none())
        return vm.value_error("binary mode doesn't take an errors argument");
    if (!options.newline.is_none())
        return vm.value_error("binary mode doesn't take a newline argument");
    return {};
}

// What the file system likes to be given at once, within reason.
Result<int64_t> buffer_size(VM& vm, FileIO& raw) {
    static constexpr int64_t MOST = 8 << 20;
    struct stat status;
    TRY(status_of_descriptor(vm, raw.fd, status));
    return std::max(DEFAULT_BUFFER_SIZE, std::min<int64_t>(MOST, status.st_blksize));
}

// The layers above the raw file.
Result<Value> wrap(VM& vm, FileIO& raw, const Mode& mode, Value mode_value, int64_t buffering, TextOptions options) {
    bool is_terminal = buffering < 0 && raw.seekable != 1 && blocking(vm, [&] { return ::isatty(raw.fd) != 0; });
    options.line_buffering = buffering == 1 || is_terminal;
    if (buffering == 1)
        buffering = -1;
    if (buffering < 0)
        buffering = TRY(buffer_size(vm, raw));
    if (buffering == 0) {
        if (!mode.binary)
            return vm.value_error("can't have unbuffered text I/O");
        return &raw;
    }
    const NativeType& type = mode.updates ? buffered_random_type
                             : mode.reads ? buffered_reader_type
                                          : buffered_writer_type;
    Value buffer = TRY(make_buffered(vm, type, &raw, buffering));
    if (mode.binary)
        return buffer;
    Value text = TRY(make_text_file(vm, buffer, options));
    TRY(set_attribute(vm, text, intern(vm, "mode"), mode_value));
    return text;
}

} // namespace

Result<Value> open_file(VM& vm, Value file, Value mode_value, Value buffering_value, Value encoding, Value errors,
                        Value newline, bool closefd, Value opener) {
    Str* mode_text = as<Str>(mode_value);
    if (!mode_text)
        return vm.type_error("open() argument 'mode' must be str, not {}", vm.type_name(mode_value));
    int64_t buffering = TRY(index_int64(vm, buffering_value));
    TRY(check_text_argument(vm, "encoding", encoding));
    TRY(check_text_argument(vm, "errors", errors));
    TRY(check_text_argument(vm, "newline", newline));
    if (!is_int(file))
        file = TRY(path_of(vm, file));
    Mode mode = TRY(parse_mode(vm, *mode_text));
    TextOptions options{encoding, errors, newline};
    if (mode.binary)
        TRY(check_binary(vm, options));
    if (mode.binary && buffering == 1)
        vm.warn_at(ExceptionId::RuntimeWarning,
                   "line buffering (buffering=1) isn't supported in binary mode, the default buffer size will be used",
                   nullptr, nullptr);
    Value raw = TRY(open_raw_file(vm, file, mode.raw, closefd, opener));
    auto& raw_file = *static_cast<FileIO*>(raw.object());
    auto result = wrap(vm, raw_file, mode, mode_value, buffering, options);
    if (result.is_error())
        (void)file_close(vm, raw_file);
    return result;
}

} // namespace ouro::stdlib
