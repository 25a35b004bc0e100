// SPDX-License-Identifier: MIT
//
// bytes and bytearray: case conversions and tests, ASCII only.
#include "vm/objects/bytes/bytes_members.hpp"
#include "vm/text/utf8.hpp"
#include "vm/model/core.hpp"

#include <algorithm>

namespace ouro::vm {

static bool is_lower(char c) { return uint8_t(c - 'a') < 26; }
static bool is_upper(char c) { return uint8_t(c - 'A') < 26; }
static bool is_digit(char c) { return uint8_t(c - '0') < 10; }
static bool is_alpha(char c) { return uint8_t((c | 0x20) - 'a') < 26; }
static bool is_alnum(char c) { return is_alpha(c) || is_digit(c); }
static bool is_space(char c) { return c == ' ' || uint8_t(c - 9) < 5; }
static char to_lower(char c) { return is_upper(c) ? char(c + 32) : c; }
static char to_upper(char c) { return is_lower(c) ? char(c - 32) : c; }

template <class Map>
static Result<Object*> map(VM& vm, Octets self, Map map) {
    NewOctets result = TRY(new_octets(vm, self, self.length()));
    std::ranges::transform(self.view(), result.data, map);
    return result.object;
}

Result<Object*> bytes_lower(VM& vm, Octets self) { return map(vm, self, to_lower); }
Result<Object*> bytes_upper(VM& vm, Octets self) { return map(vm, self, to_upper); }

Result<Object*> bytes_swapcase(VM& vm, Octets self) {
    return map(vm, self, [](char c) { return is_alpha(c) ? char(c ^ 32) : c; });
}

Result<Object*> bytes_capitalize(VM& vm, Octets self) {
    bool first = true;
    return map(vm, self, [&first](char c) {
        char mapped = first ? to_upper(c) : to_lower(c);
        first = false;
        return mapped;
    });
}

Result<Object*> bytes_title(VM& vm, Octets self) {
    bool in_word = false;
    return map(vm, self, [&in_word](char c) {
        char mapped = in_word ? to_lower(c) : to_upper(c);
        in_word = is_alpha(c);
        return mapped;
    });
}

static bool is_every(Octets self, bool (*test)(char)) {
    std::string_view octets = self.view();
    return !octets.empty() && std::all_of(octets.begin(), octets.end(), test);
}

bool bytes_isalnum(Octets self) { return is_every(self, is_alnum); }
bool bytes_isalpha(Octets self) { return is_every(self, is_alpha); }
bool bytes_isdigit(Octets self) { return is_every(self, is_digit); }
bool bytes_isspace(Octets self) { return is_every(self, is_space); }
bool bytes_isascii(Octets self) { return is_ascii(self.view()); }

bool bytes_islower(Octets self) {
    std::string_view octets = self.view();
    return std::any_of(octets.begin(), octets.end(), is_lower) && std::none_of(octets.begin(), octets.end(), is_upper);
}

bool bytes_isupper(Octets self) {
    std::string_view octets = self.view();
    return std::any_of(octets.begin(), octets.end(), is_upper) && std::none_of(octets.begin(), octets.end(), is_lower);
}

bool bytes_istitle(Octets self) {
    bool found = false, in_word = false;
    for (char c : self.view()) {
        if (in_word ? is_upper(c) : is_lower(c))
            return false;
        in_word = is_alpha(c);
        found = found || in_word;
    }
    return found;
}

} // namespace ouro::vm
