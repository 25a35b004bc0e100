// SPDX-License-Identifier: MIT
//
// Error handlers of the codecs, shared by codec_encode.cpp and codec_decode.cpp.
#pragma once

#include "vm/objects/codecs/codec.hpp"
#include "vm/values/text_builder.hpp"

namespace ouro::vm {

enum class ErrorHandler : uint8_t {
    Strict, Ignore, Replace, BackslashReplace, XmlCharRefReplace, SurrogateEscape, SurrogatePass, NameReplace, Unknown,
};

ErrorHandler find_error_handler(std::string_view name);
Raised unknown_error_handler(VM& vm, std::string_view name);
Raised unknown_encoding(VM& vm, std::string_view name);

} // namespace ouro::vm
