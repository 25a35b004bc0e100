// SPDX-License-Identifier: MIT
//
// Number literals: what may follow one, what is wrong with a malformed one, and their values.
#pragma once

#include "lang/ast.hpp"
#include "lang/lexer.hpp"

#include <string>
#include <string_view>

namespace ouro::lang {

// The most decimal digits that an integer literal may have, as CPython's default limit for conversions.
inline constexpr size_t MAXIMUM_INT_DIGITS = 4300;

// What is wrong with a number, and where: the error covers begin to end, or is one caret at begin.
struct NumberProblem {
    std::string message; // empty: nothing
    const char* begin = nullptr;
    const char* end = nullptr;
    bool is_warning = false;
};

// Checks the number that `scan` recognised against the text behind it. Language Reference 2.6.
NumberProblem check_number(const Scan& scan);

// The value of a Float or Imaginary literal (without its j). Underscores are allowed.
double float_value(std::string_view digits);

} // namespace ouro::lang
