// SPDX-License-Identifier: MIT
//
// How str shows itself: repr(), and the identifier test.
#include "vm/objects/str/str.hpp"
#include "vm/objects/str/str_members.hpp"
#include "vm/text/unicode.hpp"
#include "vm/text/utf8.hpp"
#include "vm/vm.hpp"

namespace ouro::vm {

static constexpr char HEX_DIGITS[] = "0123456789abcdef";

// \xNN, \uNNNN or \UNNNNNNNN, the shortest that holds the code point.
void append_escape(std::string& out, uint32_t code_point) {
    unsigned digits = code_point < 0x100 ? 2 : code_point < 0x10000 ? 4 : 8;
    out += '\\';
    out += digits == 2 ? 'x' : digits == 4 ? 'u' : 'U';
    while (digits-- > 0)
        out += HEX_DIGITS[code_point >> (4 * digits) & 15];
}

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

bool str_is_identifier(std::string_view text) {
    const char* at = text.data();
    const char* end = at + text.size();
    if (at == end || !unicode::is_identifier_start(utf8_next(at)))
        return false;
    while (at < end) {
        if (!unicode::is_identifier_continue(utf8_next(at)))
            return false;
    }
    return true;
}

// An escape is at most four times as long as what it stands for: one byte becomes \xNN.
Result<Str*> str_dunder_repr(VM& vm, Str& self) {
    if (self.byte_length > 1024)
        TRY(str_reserve(vm, std::min<size_t>(size_t(self.byte_length) * 4, Str::MAX_BYTES)));
    return make_str(vm, str_repr(self.view()));
}

} // namespace ouro::vm
