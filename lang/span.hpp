// SPDX-License-Identifier: MIT
//
// Positions in source text. Every token and every AST node carries a Span, and everything that reports a position
// (diagnostics, the line table of code objects, tracebacks) is derived from it.
//
// Lines count from 1, columns are byte offsets into the line counting from 0, as in Python's `ast` module. Bison
// takes Span as its location type.
#pragma once

#include <cstdint>

namespace ouro::lang {

struct Position {
    uint32_t line = 1;   // 1-based
    uint32_t column = 0; // 0-based, in bytes of UTF-8

    bool operator==(const Position&) const = default;
};

struct Span {
    Position begin;
    Position end; // exclusive

    bool operator==(const Span&) const = default;
};

// The smallest span that covers both.
inline Span operator+(const Span& first, const Span& last) { return {first.begin, last.end}; }

} // namespace ouro::lang
