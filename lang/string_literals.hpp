// SPDX-License-Identifier: MIT
//
// The values of string and bytes literals: escapes. Language Reference 2.4.1.
#pragma once

#include "lang/diagnostics.hpp"

#include <string>
#include <string_view>

namespace ouro::lang {

// The characters before the quotes.
struct StringPrefix {
    bool is_raw = false;
    bool is_bytes = false;
    bool is_format = false;
    bool is_template = false;
};

StringPrefix read_prefix(std::string_view prefix);

struct DecodedString {
    std::string value;
    std::string error;   // empty: none; else the message of a SyntaxError
    // About the first invalid escape, whose backslash is at `warning_at`; no message: there is none.
    SyntaxWarning warning = {};
    size_t warning_at = 0;
};

// Decodes the escapes of `body`, the text between the quotes. With `is_format` set, doubled braces become single
// ones (the caller passes it for literal text of f-strings but not for format specifications).
DecodedString decode_string(std::string_view body, StringPrefix prefix);

} // namespace ouro::lang
