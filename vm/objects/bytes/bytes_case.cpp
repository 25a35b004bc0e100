// SPDX-License-Identifier: MIT
//
// bytes: case conversions and tests, ASCII only.
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
static Result<Bytes*> map(VM& vm, Bytes& self, Map map) {
    Bytes* result = TRY(make_bytes_uninitialized(vm, self.length));
    std::transform(self.data(), self.data() + self.length, result->data(), map);
    return result;
}

Result<Bytes*> bytes_lower(VM& vm, Bytes& self) { return map(vm, self, to_lower); }
Result<Bytes*> bytes_upper(VM& vm, Bytes& self) { return map(vm, self, to_upper); }

Result<Bytes*> bytes_swapcase(VM& vm, Bytes& self) {
    return map(vm, self, [](char c) { return is_alpha(c) ? char(c ^ 32) : c; });
}

Result<Bytes*> bytes_capitalize(VM& vm, Bytes& self) {
    bool first = true;
    return map(vm, self, [&first](char c) {
        char mapped = first ? to_upper(c) : to_lower(c);
        first = false;
        return mapped;
    });
}

Result<Bytes*> bytes_title(VM& vm, Bytes& self) {
    bool in_word = false;
    return map(vm, self, [&in_word](char c) {
        char mapped = in_word ? to_lower(c) : to_upper(c);
        in_word = is_alpha(c);
        return mapped;
    });
}

static bool is_every(Bytes& self, bool (*test)(char)) {
    std::string_view octets = self.view();
    return !octets.empty() && std::all_of(octets.begin(), octets.end(), test);
}

bool bytes_isalnum(Bytes& self) { return is_every(self, is_alnum); }
bool bytes_isalpha(Bytes& self) { return is_every(self, is_alpha); }
bool bytes_isdigit(Bytes& self) { return is_every(self, is_digit); }
bool bytes_isspace(Bytes& self) { return is_every(self, is_space); }
bool bytes_isascii(Bytes& self) { return is_ascii(self.view()); }

bool bytes_islower(Bytes& self) {
    std::string_view octets = self.view();
    return std::any_of(octets.begin(), octets.end(), is_lower) && std::none_of(octets.begin(), octets.end(), is_upper);
}

bool bytes_isupper(Bytes& self) {
    std::string_view octets = self.view();
    return std::any_of(octets.begin(), octets.end(), is_upper) && std::none_of(octets.begin(), octets.end(), is_lower);
}

bool bytes_istitle(Bytes& self) {
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
