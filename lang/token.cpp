// SPDX-License-Identifier: MIT
//
// Names and text forms of tokens.
#include "lang/token.hpp"

#include <fmt/format.h>
#include <iterator>

namespace ouro::lang {

namespace {

struct KindInfo {
    const char* name;
    const char* text;
    bool is_keyword;
};

constexpr KindInfo KINDS[] = {
    {"ENDMARKER", "end of file", false},
    {"ERRORTOKEN", "invalid token", false},
#define TOKEN(name, text) {#name, text, false},
#define KEYWORD(name, text) {#name, text, true},
#include "lang/tokens.def"
};
static_assert(std::size(KINDS) == TOKEN_KIND_COUNT);

const KindInfo& info(TokenKind kind) {
    return KINDS[static_cast<size_t>(kind)];
}

// The text of a token in quotes, its control characters written as escapes.
void append_quoted(std::string& out, std::string_view text) {
    out += '\'';
    for (char c : text) {
        if (c == '\n')
            out += "\\n";
        else if (c == '\'' || c == '\\')
            (out += '\\') += c;
        else if (static_cast<unsigned char>(c) < ' ')
            fmt::format_to(std::back_inserter(out), "\\x{:02x}", c);
        else
            out += c;
    }
    out += '\'';
}

// What stands at `cursor` inside a replacement field: the end of a string literal if one begins there, else `cursor`.
const char* skip_string(const char* cursor, const char* end) {
    char quote = *cursor;
    bool triple = end - cursor >= 3 && cursor[1] == quote && cursor[2] == quote;
    for (cursor += triple ? 3 : 1; cursor < end; ++cursor) {
        if (*cursor == '\\')
            ++cursor;
        else if (*cursor == quote && (!triple || (end - cursor >= 3 && cursor[1] == quote && cursor[2] == quote)))
            return cursor + (triple ? 3 : 1);
    }
    return end;
}

} // namespace

const char* token_name(TokenKind kind) {
    return info(kind).name;
}

const char* token_text(TokenKind kind) {
    return info(kind).text;
}

bool is_keyword(TokenKind kind) {
    return info(kind).is_keyword;
}

std::string text_between(const Token& left, const Token& right) {
    std::string text;
    const char* end = right.start;
    for (const char* cursor = left.end(); cursor < end;) {
        const char* from = cursor;
        if (*cursor == '#') {
            while (cursor < end && *cursor != '\n')
                ++cursor;
            continue;
        }
        cursor = *cursor == '\'' || *cursor == '"' ? skip_string(cursor, end) : cursor + 1;
        text.append(from, cursor);
    }
    return text;
}

std::string dump_tokens(const std::vector<Token>& tokens) {
    std::string out;
    for (const Token& token : tokens) {
        const Span& span = token.span;
        fmt::format_to(std::back_inserter(out), "{}:{}-{}:{} {} ", span.begin.line, span.begin.column, span.end.line,
                       span.end.column, token_name(token.kind));
        append_quoted(out, token.text());
        out += '\n';
    }
    return out;
}

bool continues_captured_name(TokenKind kind) {
    return kind == TokenKind::DOT || kind == TokenKind::LPAR || kind == TokenKind::EQUAL;
}

bool is_bare_statement(TokenKind kind) {
    return kind == TokenKind::KW_PASS || kind == TokenKind::KW_BREAK || kind == TokenKind::KW_CONTINUE;
}

bool is_binary_operator(TokenKind kind) {
    switch (kind) {
    case TokenKind::PLUS:
    case TokenKind::MINUS:
    case TokenKind::STAR:
    case TokenKind::SLASH:
    case TokenKind::DOUBLESLASH:
    case TokenKind::PERCENT:
    case TokenKind::AT:
    case TokenKind::DOUBLESTAR:
    case TokenKind::LEFTSHIFT:
    case TokenKind::RIGHTSHIFT:
    case TokenKind::AMPER:
    case TokenKind::VBAR:
    case TokenKind::CIRCUMFLEX:
        return true;
    default:
        return false;
    }
}

} // namespace ouro::lang
