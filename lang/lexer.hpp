// SPDX-License-Identifier: MIT
//
// The lexer: one raw token at a time from a position in the text, by the re2c rules of lexer.re.cc. It knows neither
// lines nor nesting; layout.cpp drives it and makes the parser's tokens of what it returns.
#pragma once

#include "lang/token.hpp"

namespace ouro::lang {} // namespace ouro::lang
