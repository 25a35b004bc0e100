// SPDX-License-Identifier: MIT
//
// The choice between an error of the lexer and one of the grammar, and what is wrong between lines: missing blocks,
// `try` without a handler, wrong indentation. What is wrong inside a line is syntax_walk.cpp's.
#include "lang/syntax_error.hpp"

#include "lang/syntax_walk.hpp"

#include <algorithm>
#include <fmt/format.h>

namespace ouro::lang {

namespace {

bool is_layout_token(TokenKind kind) {
    return kind == TokenKind::NEWLINE || kind == TokenKind::INDENT || kind == TokenKind::DEDENT;
}

// The first token of the logical line that tokens[index] belongs to.
size_t line_begin(const std::vector<Token>& tokens, size_t index) {
    while (index > 0 && !is_layout_token(tokens[index - 1].kind))
        --index;
    return index;
}

// Where CPython says an error is that it finds at tokens[index]: tokens without text have no column of their own.
Span place_of(const Source& source, const Token& token) {
    bool is_indentation = token.kind == TokenKind::INDENT || token.kind == TokenKind::DEDENT;
    if (!is_indentation && token.kind != TokenKind::ENDMARKER)
        return token.span;
    Position where = token.span.end;
    if (where.line > source.line_count()) {
        uint32_t line = source.line_count();
        where = {line, static_cast<uint32_t>(source.line(line).size())};
    } else {
        where.column = where.column > 0 ? where.column - 1 : NO_COLUMN;
    }
    return {where, where};
}

SyntaxError error_at(const Source& source, const Token& token, SyntaxError::Type type, std::string message) {
    return {type, std::move(message), place_of(source, token)};
}

// Where nothing better is known.
SyntaxError invalid_syntax(const Source& source, const Token& token) {
    if (token.kind != TokenKind::ENDMARKER)
        return {SyntaxError::Type::SyntaxError, "invalid syntax", token.span};
    Position where{source.line_count(), NO_COLUMN};
    return {SyntaxError::Type::SyntaxError, "invalid syntax", {where, where}};
}

// How messages call the compound statement that begins with tokens[begin], or nothing if it is none.
std::string block_name(const std::vector<Token>& tokens, size_t begin) {
    begin += tokens[begin].kind == TokenKind::KW_ASYNC;
    switch (tokens[begin].kind) {
    case TokenKind::KW_DEF:
        return "function definition";
    case TokenKind::KW_CLASS:
        return "class definition";
    case TokenKind::KW_EXCEPT:
        return tokens[begin + 1].kind == TokenKind::STAR ? "'except*' statement" : "'except' statement";
    case TokenKind::KW_IF:
    case TokenKind::KW_ELIF:
    case TokenKind::KW_ELSE:
    case TokenKind::KW_WHILE:
    case TokenKind::KW_FOR:
    case TokenKind::KW_WITH:
    case TokenKind::KW_TRY:
    case TokenKind::KW_FINALLY:
    case TokenKind::KW_MATCH:
    case TokenKind::KW_CASE:
        return fmt::format("'{}' statement", token_text(tokens[begin].kind));
    default:
        return "";
    }
}

// A line that ends in a colon, and no deeper line behind it.
std::optional<SyntaxError> explain_missing_block(const Source& source, const std::vector<Token>& tokens,
                                                 size_t failing) {
    if (failing < 2 || tokens[failing - 1].kind != TokenKind::NEWLINE || tokens[failing - 2].kind != TokenKind::COLON)
        return {};
    size_t head = line_begin(tokens, failing - 2);
    std::string name = block_name(tokens, head);
    if (name.empty())
        return {};
    return error_at(source, tokens[failing], SyntaxError::Type::IndentationError,
                    fmt::format("expected an indented block after {} on line {}", name, tokens[head].span.begin.line));
}

// The first token of the line whose block ends right before tokens[failing], or npos.
size_t head_of_ended_block(const std::vector<Token>& tokens, size_t failing) {
    if (tokens[failing - 1].kind == TokenKind::NEWLINE)
        return line_begin(tokens, failing - 1);
    if (tokens[failing - 1].kind != TokenKind::DEDENT)
        return std::string::npos;
    size_t depth = 1;
    size_t at = failing - 1;
    while (depth > 0 && at > 0) {
        --at;
        depth += tokens[at].kind == TokenKind::DEDENT;
        depth -= tokens[at].kind == TokenKind::INDENT;
    }
    return at > 1 ? line_begin(tokens, at - 1) : std::string::npos;
}

std::optional<SyntaxError> explain_lone_try(const Source& source, const std::vector<Token>& tokens, size_t failing) {
    size_t head = failing > 0 ? head_of_ended_block(tokens, failing) : std::string::npos;
    if (head == std::string::npos || tokens[head].kind != TokenKind::KW_TRY)
        return {};
    return error_at(source, tokens[failing], SyntaxError::Type::SyntaxError, "expected 'except' or 'finally' block");
}

// `elif` behind the block of an `else`, whatever that belongs to.
std::optional<SyntaxError> explain_late_elif(const std::vector<Token>& tokens, size_t failing) {
    if (failing == 0 || tokens[failing].kind != TokenKind::KW_ELIF)
        return {};
    size_t head = head_of_ended_block(tokens, failing);
    if (head == std::string::npos || tokens[head].kind != TokenKind::KW_ELSE)
        return {};
    return SyntaxError{SyntaxError::Type::SyntaxError, "'elif' block follows an 'else' block", tokens[failing].span};
}

// An error of the lexer that comes before `error`, or `error`. The parser has looked at the text up to `line`.
SyntaxError choose(const Tokenized& tokenized, SyntaxError error, uint32_t line) {
    if (!tokenized.error || tokenized.rank == LexicalErrorRank::InOrder)
        return error;
    bool is_unclosed = tokenized.rank == LexicalErrorRank::UnclosedBracket;
    return is_unclosed && line <= tokenized.error->span.begin.line ? error : *tokenized.error;
}

} // namespace

SyntaxError explain_syntax_error(const Source& source, const Tokenized& tokenized, size_t failing) {
    const std::vector<Token>& tokens = tokenized.tokens;
    const Token& token = tokens[failing];
    uint32_t line = token.span.begin.line;
    bool is_last = failing + 1 == tokens.size();
    bool is_unclosed = tokenized.error && tokenized.rank == LexicalErrorRank::UnclosedBracket;
    if (is_last && token.kind == TokenKind::ERRORTOKEN && (tokenized.literal_error || !is_unclosed))
        return tokenized.literal_error ? choose(tokenized, *tokenized.literal_error, line) : *tokenized.error;
    std::optional<SyntaxError> error = explain_missing_block(source, tokens, failing);
    if (!error)
        error = explain_lone_try(source, tokens, failing);
    if (!error)
        error = explain_late_elif(tokens, failing);
    size_t begin = line_begin(tokens, failing);
    if (!error && begin < failing) {
        SyntaxWalk walk(tokenized, begin);
        error = walk.run();
        failing = std::min(failing, walk.stop());
        line = tokens[std::max(failing, walk.furthest())].span.begin.line;
    }
    if (!error && (token.kind == TokenKind::INDENT || token.kind == TokenKind::DEDENT))
        return error_at(source, token, SyntaxError::Type::IndentationError,
                        token.kind == TokenKind::INDENT ? "unexpected indent" : "unexpected unindent");
    return choose(tokenized, error ? std::move(*error) : invalid_syntax(source, tokens[failing]), line);
}

SyntaxError prefer_lexical_error(const Source&, const Tokenized& tokenized, SyntaxError error) {
    uint32_t line = error.span.end.line;
    return choose(tokenized, std::move(error), line);
}

} // namespace ouro::lang
