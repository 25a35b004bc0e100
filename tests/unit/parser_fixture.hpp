// SPDX-License-Identifier: MIT
//
// What the parser's tests share: the dump of a text's AST, and the error of a text that has one.
#pragma once

#include "lang/ast_dump.hpp"
#include "lang/parser.hpp"

#include <string>
#include <string_view>
#include <variant>

namespace ouro::lang {

// The dump, or `line:column-line:column message` with columns as CPython counts them.
inline std::string parsed(std::string_view text, DumpPositions positions = DumpPositions::No,
                          ParseMode mode = ParseMode::File) {
    auto source = Source::from_text(text, "test.py");
    Arena arena;
    auto module = parse(std::get<Source>(source), arena, mode);
    if (auto* tree = std::get_if<Module>(&module))
        return dump_ast(*tree, positions);
    const SyntaxError& error = std::get<SyntaxError>(module);
    ErrorOffsets at = error_offsets(error, std::get<Source>(source));
    return std::to_string(at.lineno) + ":" + std::to_string(at.offset) + "-" + std::to_string(at.end_lineno) + ":" +
           std::to_string(at.end_offset) + " " + error.message;
}

} // namespace ouro::lang
