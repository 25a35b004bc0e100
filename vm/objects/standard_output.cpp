// SPDX-License-Identifier: MIT
//
// The VM's own output, through sys.stdout and sys.stderr as the script has set them.
#include "vm/blocking.hpp"
#include "vm/model/core.hpp"

#include <cerrno>
#include <unistd.h>

namespace ouro::vm {

static Value standard_stream(VM& vm, Str* name) {
    DictEntry* entry = vm.sys ? dict_find(*vm.sys->dict, name) : nullptr;
    return entry ? entry->value : Value();
}

Result<void> VM::write_stdout(std::string_view text) {
    Value stream = standard_stream(*this, names.stdout_);
    if (stream.is_empty())
        return runtime_error("lost sys.stdout");
    if (stream.is_none())
        return {};
    TRY(call_method(*this, stream, names.write, {Value(TRY(make_str(*this, text)))}));
    return {};
}

// Lone surrogates of text as escapes, which is how the standard error shows what has no UTF-8.
static std::string escape_surrogates(std::string_view text) {
    std::string escaped;
    for (size_t i = 0; i < text.size(); i++) {
        auto byte = [&](size_t at) { return at < text.size() ? uint32_t(uint8_t(text[at])) : 0; };
        if (byte(i) != 0xED || byte(i + 1) < 0xA0) {
            escaped += text[i];
            continue;
        }
        escaped += fmt::format("\\u{:04x}", 0xD000 | (byte(i + 1) & 0x3F) << 6 | (byte(i + 2) & 0x3F));
        i += 2;
    }
    return escaped;
}

// Where sys.stderr does not take the text, the descriptor does: reports must not get lost.
void VM::write_stderr(std::string_view given) {
    std::string escaped;
    bool has_surrogates = given.find('\xED') != std::string_view::npos;
    if (has_surrogates)
        escaped = escape_surrogates(given);
    std::string_view text = has_surrogates ? std::string_view(escaped) : given;
    Value stream = standard_stream(*this, names.stderr_);
    if (stream.is_none())
        return;
    if (!stream.is_empty()) {
        auto line = make_str_lossy(*this, text);
        if (!line.is_error()) {
            auto written = call_method(*this, stream, names.write, {Value(line.release())});
            if (!written.is_error())
                return;
        }
    }
    size_t done = 0;
    while (done < text.size()) {
        ssize_t size = blocking(*this, [&] { return ::write(STDERR_FILENO, text.data() + done, text.size() - done); });
        if (size <= 0 && errno != EINTR)
            return;
        done += size > 0 ? size_t(size) : 0;
    }
}

} // namespace ouro::vm
