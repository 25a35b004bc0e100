// SPDX-License-Identifier: MIT
//
// Line ends of text files: what newline= asks for, finding them, changing them, and which ones were seen (Library
// Reference, io: TextIOWrapper).
#pragma once

#include "vm/model/core.hpp"

#include <string>
#include <string_view>

namespace ouro::stdlib {

// Translate all line ends to '\n' (None); keep them, but know them all (''); or the one line end that was named.
enum class Newline : uint8_t { Translate, Keep, LineFeed, Return, ReturnLineFeed };

// The kinds of line ends that a text has had.
inline constexpr uint8_t SEEN_RETURN = 1, SEEN_LINE_FEED = 2, SEEN_BOTH = 4;

vm::Result<Newline> newline_argument(vm::VM& vm, vm::Value value);

// The place behind the first line end in `text`, npos when there is none.
size_t find_line_end(Newline newline, std::string_view text);
// The kinds of line ends in `text`; appends it to `translated`, if given, with all of them made '\n'.
uint8_t scan_line_ends(std::string_view text, std::string* translated);
// `text` with another line end instead of '\n'.
std::string with_line_ends(std::string_view text, std::string_view line_end);
// The attribute `newlines`: None, one, or a tuple of them.
vm::Value seen_newlines(vm::VM& vm, uint8_t seen);

} // namespace ouro::stdlib
