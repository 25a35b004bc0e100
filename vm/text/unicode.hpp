// SPDX-License-Identifier: MIT
//
// What Unicode says of a code point, as str's methods and the identifier rules need it: utf8proc's tables, completed by
// the few derived properties that utf8proc lacks. ASCII is answered without a table of utf8proc's.
//
// Differs: Unicode 15.0, the version of Debian 12's utf8proc; CPython 3.14 has 16.0.
#pragma once

#include <cstdint>
#include <optional>
#include <string>

namespace ouro::vm::unicode {

bool is_alpha(uint32_t c);    // categories L*
bool is_decimal(uint32_t c);  // Nd
bool is_digit(uint32_t c);    // Nd, superscripts, circled digits
bool is_numeric(uint32_t c);  // anything with a numeric value
bool is_alnum(uint32_t c);    // alpha, decimal, digit or numeric
bool is_space(uint32_t c);    // str.isspace and what strip() and split() take for white space
bool is_printable(uint32_t c);
bool is_lower(uint32_t c);    // derived property Lowercase
bool is_upper(uint32_t c);    // Uppercase
bool is_title(uint32_t c);    // category Lt
bool is_cased(uint32_t c);    // lower, upper or title
bool is_case_ignorable(uint32_t c);
bool is_line_break(uint32_t c); // where str.splitlines() cuts
bool is_identifier_start(uint32_t c);    // XID_Start and '_'
bool is_identifier_continue(uint32_t c); // XID_Continue
bool is_identifier(std::string_view text);

// The digit value of a decimal digit (category Nd); nothing for other code points.
std::optional<unsigned> decimal_value(uint32_t c);

// The numeric value of any code point that has one.
std::optional<double> numeric_value(uint32_t c);

// Full case mappings (Unicode's SpecialCasing without its conditions), written as UTF-8: at most LONGEST_MAPPING bytes,
// whose number is the result.
inline constexpr size_t LONGEST_MAPPING = 32;
unsigned put_lower(uint32_t c, char* out);
unsigned put_upper(uint32_t c, char* out);
unsigned put_title(uint32_t c, char* out);
unsigned put_folded(uint32_t c, char* out);
uint32_t simple_lower(uint32_t c);

} // namespace ouro::vm::unicode
