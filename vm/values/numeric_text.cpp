// SPDX-License-Identifier: MIT
//
// Unicode in numeric text: int() and float() take the decimal digits and the spaces of every script.

#include "vm/values/numeric_text.hpp"

#include "vm/text/unicode.hpp"
#include "vm/text/utf8.hpp"

namespace ouro::vm {

std::string numeric_text_to_ascii(std::string_view text) {
    std::string result;
    result.reserve(text.size());
    for (const char* at = text.data(); at < text.data() + text.size();) {
        uint32_t code_point = utf8_next(at);
        if (code_point < 0x80)
            result += char(code_point);
        else if (std::optional<unsigned> digit = unicode::decimal_value(code_point))
            result += char('0' + *digit);
        else
            result += unicode::is_space(code_point) ? ' ' : '?';
    }
    return result;
}

} // namespace ouro::vm
