// SPDX-License-Identifier: MIT
//
// The names of error handlers; errors about names.
#include "vm/objects/codecs/codec_errors.hpp"

namespace ouro::vm {

ErrorHandler find_error_handler(std::string_view name) {
    static constexpr std::string_view NAMES[] = {
        "strict", "ignore", "replace", "backslashreplace", "xmlcharrefreplace", "surrogateescape", "surrogatepass",
        "namereplace",
    };
    for (unsigned i = 0; i < unsigned(ErrorHandler::Unknown); i++) {
        if (NAMES[i] == name)
            return ErrorHandler(i);
    }
    return ErrorHandler::Unknown;
}

Raised unknown_error_handler(VM& vm, std::string_view name) {
    return vm.lookup_error("unknown error handler name '{}'", name);
}

Raised unknown_encoding(VM& vm, std::string_view name) {
    if (name.find('\0') != name.npos)
        return vm.value_error("embedded null character");
    return vm.lookup_error("unknown encoding: {}", name);
}

} // namespace ouro::vm
