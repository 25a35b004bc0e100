// SPDX-License-Identifier: MIT
//
// The choice between an error of the lexer and one of the grammar, and the words for the latter.
#include "lang/syntax_error.hpp"

namespace ouro::lang {

namespace {

SyntaxError error_at(Span span, std::string message) { return {SyntaxError::Type::SyntaxError, std::move(message), span}; }

// Where nothing better is known.
SyntaxError generic_error(const Token& token) {
    if (token.kind == TokenKind::INDENT || token.kind == TokenKind::DEDENT) {
        // CPython points at the last column of the indentation.
        Position where{token.span.end.line, token.span.end.column > 0 ? token.span.end.column - 1 : NO_COLUMN};
        const char* message = token.kind == TokenKind::INDENT ? "unexpected indent" : "unexpected unindent";
        return {SyntaxError::Type::IndentationError, message, {where, where}};
    }
    return error_at(token.span, "invalid syntax");
}

bool is_indentation_token(const Token& token) {
    return token.kind == TokenKind::INDENT || token.kind == TokenKind::DEDENT;
}

} // namespace

SyntaxError explain_syntax_error(const Source& source, const Tokenized& tokenized, size_t failing) {
    const Token& token = tokenized.tokens[failing];
    bool is_last = failing + 1 == tokenized.tokens.size();
    if (is_last && token.kind == TokenKind::ERRORTOKEN && !tokenized.literal_error)
        return *tokenized.error;
    SyntaxError error = is_last && tokenized.literal_error ? *tokenized.literal_error : generic_error(token);
    if (is_indentation_token(token))
        return error;
    return prefer_lexical_error(source, tokenized, std::move(error));
}

SyntaxError prefer_lexical_error(const Source&, const Tokenized& tokenized, SyntaxError error) {
    if (!tokenized.error || tokenized.rank == LexicalErrorRank::InOrder)
        return error;
    bool is_later = error.span.begin.line > tokenized.error->span.begin.line;
    if (tokenized.rank == LexicalErrorRank::First || is_later)
        return *tokenized.error;
    return error;
}

} // namespace ouro::lang
