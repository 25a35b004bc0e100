// SPDX-License-Identifier: MIT
//
// Identifiers beyond ASCII: which characters they may hold, and their NFKC form, by utf8proc. Language Reference 2.3.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>

namespace ouro::lang {

struct Character {
    uint32_t code_point = 0;
    uint32_t length = 0; // bytes of UTF-8
};

// The character at the beginning of well-formed UTF-8.
Character first_character(std::string_view utf8);

// How many characters well-formed UTF-8 holds.
size_t count_characters(std::string_view utf8);

// Appends the UTF-8 of a code point; surrogates become three bytes, as everywhere in Ouro.
void append_utf8(std::string& out, uint32_t code_point);

// Where the first character stands that may not be in an identifier, or npos: XID_Start and XID_Continue.
size_t find_invalid_identifier_character(std::string_view identifier);

// The NFKC form under which an identifier is known.
std::string normalize_identifier(std::string_view identifier);

// Whether a character has a visible form, as str.isprintable says.
bool is_printable(uint32_t code_point);

} // namespace ouro::lang
