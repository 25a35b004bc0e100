// SPDX-License-Identifier: MIT
//
// Names of characters, for "\N{...}", the error handler 'namereplace' and module unicodedata. Nothing is unpacked or
// kept: a question is answered by reading the constant tables of vm/text/unicode_tables.hpp.
//
// Differs: Unicode 15.0, as in vm/text/unicode.hpp.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

namespace ouro::vm::unicode {

// The longest name that is looked up; CPython's limit too.
constexpr size_t MAX_NAME_LENGTH = 256;

// Appends the name of `c`; false when it has none (controls, surrogates, private use, unassigned code points).
bool append_name(std::string& text, uint32_t c);

// The character with that name or alias, in upper or lower case.
std::optional<uint32_t> find_character(std::string_view name);
// What that name, alias or name of a sequence stands for, as UTF-8; empty when there is none.
std::string find_named_text(std::string_view name);

} // namespace ouro::vm::unicode
