// SPDX-License-Identifier: MIT
//
// How str shows itself: repr().
#include "vm/values/str.hpp"
#include "vm/text/unicode.hpp"
#include "vm/text/utf8.hpp"

namespace ouro::vm {

static char quote_for(std::string_view text) {
    return text.find('\'') != text.npos && text.find('"') == text.npos ? '"' : '\'';
}

static void append_repr_char(std::string& out, uint32_t c, char quote, const char* from, const char* to) {
    if (c == uint32_t(quote) || c == '\\') {
        out += '\\';
        out += char(c);
    } else if (c == '\n') {
        out += "\\n";
    } else if (c == '\r') {
        out += "\\r";
    } else if (c == '\t') {
        out += "\\t";
    } else if (unicode::is_printable(c)) {
        out.append(from, to);
    } else {
        append_escape(out, c);
    }
}

std::string str_repr(std::string_view text) {
    char quote = quote_for(text);
    std::string out;
    out.reserve(text.size() + 2);
    out += quote;
    const char* end = text.data() + text.size();
    for (const char* at = text.data(); at < end;) {
        const char* plain = at;
        while (at < end && uint8_t(*at - ' ') < 0x5F && *at != quote && *at != '\\')
            at++;
        out.append(plain, at);
        if (at < end) {
            const char* from = at;
            uint32_t c = utf8_next(at);
            append_repr_char(out, c, quote, from, at);
        }
    }
    out += quote;
    return out;
}

} // namespace ouro::vm
