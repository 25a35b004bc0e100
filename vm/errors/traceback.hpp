// SPDX-License-Identifier: MIT
//
// The text of tracebacks, as CPython 3.13 prints them without colours. format_exception, and its parts for the
// module traceback and for reports of the engine.
#pragma once

#include "vm/object.hpp"

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace ouro::vm {

struct Code;
struct Exception;
struct Str;
struct Traceback;

// The text of an uncaught exception: traceback, causes, groups, notes, suggestions. Ends in a newline. Without `chain`
// causes and contexts are left out.
std::string format_exception(VM& vm, Exception& exception, bool chain = true);

// One line of a stack: where a frame stood. Columns are bytes, -1 when unknown. `text` is its code's, or null; who has
// the entry keeps the code alive.
struct StackEntry {
    std::string filename;
    std::string name;
    uint32_t line = 0;
    uint32_t end_line = 0;
    int32_t column = -1;
    int32_t end_column = -1;
    const Str* text = nullptr;
};

// Line `number` (from 1) of the text, without its newline; empty beyond the end.
std::string_view line_of(std::string_view text, uint32_t number);
// The same of `text` where it is not null, else of the file.
std::string source_line(VM& vm, const Str* text, std::string_view filename, uint32_t number);
// The text of the innermost running code of that file name; null when it has none.
Str* running_text(VM& vm, std::string_view filename);

uint32_t traceback_line(const Traceback& traceback);

// The entries of a traceback, outermost first, without those of internal code.
std::vector<StackEntry> stack_of(const Traceback* traceback);
// The entries of the running frames, outermost first; the innermost `skip` script frames left out.
std::vector<StackEntry> running_stack(VM& vm, unsigned skip);
// `  File "f", line 1, in g`, the source lines and the carets; each line ends in a newline.
std::string format_entry(VM& vm, const StackEntry& entry);
// All entries; runs of the same line are cut to three and counted.
std::string format_stack(VM& vm, const std::vector<StackEntry>& stack);
// The last part: `ValueError: text`, notes; for SyntaxError the source line too.
std::string format_exception_only(VM& vm, Exception& exception);

// The dedented `lines` with a line of carets below each, for the expression that begins at character `start` of the
// first line and ends before character `end` of the last. Without carets where CPython shows none, and with only the
// first, last and interesting lines of long expressions.
std::vector<std::string> with_carets(const std::vector<std::string>& lines, size_t start, size_t end);

} // namespace ouro::vm
