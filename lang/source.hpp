// SPDX-License-Identifier: MIT
//
// The text of one source file, decoded once and indexed by line. The lexer reads it, tokens point into it, and
// diagnostics and tracebacks take their source lines from it.
//
// The text is valid UTF-8 without NUL and without a byte order mark, its line ends are all '\n', and it ends in one
// unless it is empty. It never moves in memory, even when the Source is moved, so views into it stay good for as long
// as the Source lives.
#pragma once

#include "lang/diagnostics.hpp"
#include "lang/span.hpp"

#include <cstddef>
#include <cstdint>
#include <memory>
#include <string>
#include <string_view>
#include <variant>
#include <vector>

namespace ouro::lang {

class Source {
public:
    // Decodes the bytes of a file by its byte order mark or PEP 263 cookie (utf-8, latin-1, ascii), else as UTF-8.
    // Errors: unknown encoding, invalid UTF-8, NUL bytes, more than 4 GB.
    static std::variant<Source, SyntaxError> decode(std::string_view bytes, std::string filename);

    // Takes text that is UTF-8 already, such as `-c` code or a prompt entry; a cookie in it has no effect.
    static std::variant<Source, SyntaxError> from_text(std::string_view utf8, std::string filename);

    const std::string& filename() const { return m_filename; }
    std::string_view text() const { return {m_text.get(), m_size}; }
    // Whether the last line had a line end in the file, or was given one here.
    bool ended_in_newline() const { return m_ended_in_newline; }

    uint32_t line_count() const { return static_cast<uint32_t>(m_line_starts.size()); }
    // The text of a line, 1-based, without its line end; empty beyond the last line.
    std::string_view line(uint32_t number) const;
    // The offset of a position in text(), clamped to the end of its line.
    size_t offset(Position position) const;
    // Where in text() a line begins.
    size_t line_start(uint32_t number) const;

private:
    Source() = default;
    static std::variant<Source, SyntaxError> make(std::string_view utf8, std::string filename);
    void index_lines();

    std::string m_filename;
    std::unique_ptr<char[]> m_text; // m_size bytes, then PADDING zero bytes: the lexer's sentinel
    size_t m_size = 0;
    bool m_ended_in_newline = true;
    std::vector<uint32_t> m_line_starts;
};

} // namespace ouro::lang
