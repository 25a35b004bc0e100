// SPDX-License-Identifier: MIT
//
// Tokens tell whether a text can be all; whether it can go on, the grammar.
#include "lang/entry.hpp"

#include "lang/layout.hpp"
#include "lang/parser.hpp"
#include "lang/source.hpp"
#include "lang/token.hpp"

#include <algorithm>

namespace ouro::lang {

static bool ends_with_blank_line(std::string_view text) {
    if (text.ends_with('\n'))
        text.remove_suffix(1);
    size_t newline = text.rfind('\n');
    return newline != text.npos && text.substr(newline).find_first_not_of(" \t\r\n") == text.npos;
}

// A compound statement goes on until a blank line.
static bool is_open(std::string_view text, const Tokenized& tokenized) {
    if (tokenized.incomplete)
        return true;
    auto is_indent = [](const Token& token) { return token.kind == TokenKind::INDENT; };
    bool has_block = std::ranges::any_of(tokenized.tokens, is_indent);
    size_t last = text.find_last_not_of(" \t\r\n");
    bool opens_block = last != std::string_view::npos && text[last] == ':';
    bool is_decorated = text.starts_with("@");
    return !ends_with_blank_line(text) && (has_block || opens_block || is_decorated);
}

bool is_whole_entry(std::string_view text) {
    auto decoded = Source::from_text(text, "<stdin>");
    auto* source = std::get_if<Source>(&decoded);
    if (!source)
        return true;
    Arena arena;
    Tokenized tokenized = tokenize(*source, arena);
    return !is_open(text, tokenized) || !may_go_on(*source, tokenized, arena);
}

} // namespace ouro::lang
