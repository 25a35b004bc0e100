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

// Where sys.stderr does not take the text, the descriptor does: reports must not get lost.
void VM::write_stderr(std::string_view text) {
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
