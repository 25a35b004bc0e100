// SPDX-License-Identifier: MIT
//
// The layout algorithm: one pass over the text that keeps three stacks.
//
//   m_indents   the columns of the open blocks (and whether a block is the body of a match statement)
//   m_contexts  what encloses the cursor: brackets, f-strings, and the replacement fields of f-strings; the innermost
//               one decides whether the cursor is in code or in the text of an f-string (literal or format
//               specification), and lines end only where there is none
//   m_tokens    the result; soft keywords are decided by looking back at it when their line is known
//
// The first lexical error ends the pass.
#include "lang/layout.hpp"

#include "lang/identifiers.hpp"
#include "lang/interner.hpp"
#include "lang/lexer.hpp"
#include "lang/numbers.hpp"
#include "lang/string_literals.hpp"

#include <algorithm>
#include <cstring>
#include <fmt/format.h>

namespace ouro::lang {

namespace {

constexpr size_t MAXIMUM_BRACKETS = 200;
constexpr size_t MAXIMUM_INDENTS = 100;
constexpr size_t MAXIMUM_FSTRINGS = 150;
constexpr size_t MAXIMUM_FIELDS = 3; // of one f-string, inside each other
constexpr uint32_t TAB_WIDTH = 8;

struct Indent {
    uint32_t column;    // tabs reach to multiples of eight
    uint32_t alternate; // tabs count as one: must agree with `column` in every comparison
    bool is_match_block;
};

enum class ContextKind : uint8_t { Bracket, FString, Field };

struct Context {
    ContextKind kind;
    char opener;          // the bracket, or the quote of an FString
    bool in_spec = false; // a Field, behind its colon
    bool is_triple = false;
    StringPrefix prefix{};
    Position position{};
    std::string problem{}; // an FString: what is wrong with an escape in it, reported at its end
};

char closer_of(char opener) {
    return opener == '(' ? ')' : opener == '[' ? ']' : '}';
}

// Tokens that can stand behind the `match` of a match statement.
bool may_begin_subject(TokenKind kind) {
    switch (kind) {
    case TokenKind::NAME:
    case TokenKind::NUMBER:
    case TokenKind::STRING:
    case TokenKind::FSTRING_START:
    case TokenKind::TSTRING_START:
    case TokenKind::LPAR:
    case TokenKind::LSQB:
    case TokenKind::LBRACE:
    case TokenKind::ELLIPSIS:
    case TokenKind::PLUS:
    case TokenKind::MINUS:
    case TokenKind::TILDE:
    case TokenKind::STAR:
    case TokenKind::KW_NOT:
    case TokenKind::KW_LAMBDA:
    case TokenKind::KW_AWAIT:
    case TokenKind::KW_NONE:
    case TokenKind::KW_TRUE:
    case TokenKind::KW_FALSE:
        return true;
    default:
        return false;
    }
}

bool begins_compound_statement(TokenKind kind) {
    switch (kind) {
    case TokenKind::AT:
    case TokenKind::KW_ASYNC:
    case TokenKind::KW_CLASS:
    case TokenKind::KW_DEF:
    case TokenKind::KW_FOR:
    case TokenKind::KW_IF:
    case TokenKind::KW_MATCH:
    case TokenKind::KW_TRY:
    case TokenKind::KW_WHILE:
    case TokenKind::KW_WITH:
        return true;
    default:
        return false;
    }
}

bool is_layout_token(TokenKind kind) {
    return kind == TokenKind::NEWLINE || kind == TokenKind::INDENT || kind == TokenKind::DEDENT;
}

class Layout {
public:
    Layout(const Source& source, Arena& arena)
        : m_source(source), m_interner(arena), m_cursor(source.text().data()), m_line_start(m_cursor),
          m_limit(m_cursor + source.text().size()), m_match(m_interner.intern("match")),
          m_case(m_interner.intern("case")), m_type(m_interner.intern("type")) {
        m_result.tokens.reserve(source.text().size() / 8 + 16);
        m_indents.push_back({0, 0, false});
    }

    Tokenized run() {
        while (!m_is_done)
            step();
        finish();
        return std::move(m_result);
    }

private:
    void step() {
        if (m_contexts.empty()) {
            if (m_at_line_start && !begin_line())
                return;
        } else if (in_fstring_text()) {
            return read_fstring_text();
        }
        read_token();
    }

    // --- positions and tokens ---

    Position position_of(const char* at) const { return {m_line, static_cast<uint32_t>(at - m_line_start)}; }

    void next_line(const char* start) {
        ++m_line;
        m_line_start = start;
    }

    Token& push(TokenKind kind, Position begin, const char* text, const char* end) {
        Token token;
        token.span = {begin, position_of(end)};
        token.start = text;
        token.length = static_cast<uint32_t>(end - text);
        token.kind = kind;
        m_result.tokens.push_back(token);
        return m_result.tokens.back();
    }

    Token& push(TokenKind kind, const Scan& scan) {
        m_cursor = scan.end;
        return push(kind, position_of(scan.begin), scan.begin, scan.end);
    }

    // --- errors ---

    void fail(Position where, std::string message, LexicalErrorRank rank = LexicalErrorRank::First) {
        fail(SyntaxError{SyntaxError::Type::SyntaxError, std::move(message), {where, where}}, rank);
    }

    void fail(SyntaxError error, LexicalErrorRank rank) {
        m_result.error = std::move(error);
        m_result.rank = rank == LexicalErrorRank::First && m_fstring_depth > 0 ? LexicalErrorRank::InOrder : rank;
        m_is_done = true;
    }

    // Notes that a literal has no value. Reading goes on, because a lexical error further down would come first.
    void report_literal(std::string message, Span span, size_t token_count) {
        if (m_result.literal_error)
            return;
        m_result.literal_error = SyntaxError{SyntaxError::Type::SyntaxError, std::move(message), span};
        m_literal_error_at = token_count;
    }

    void warn(SyntaxWarning warning) {
        const SyntaxWarning* last = m_result.warnings.empty() ? nullptr : &m_result.warnings.back();
        if (!last || last->span.begin.line != warning.span.begin.line || last->message != warning.message)
            m_result.warnings.push_back(std::move(warning));
    }

    // --- lines and blocks ---

    // Reads the indentation of a line and opens or closes blocks. False: the line is blank, or there was an error.
    bool begin_line() {
        uint32_t column = 0, alternate = 0, joined_column = 0, joined_alternate = 0;
        for (;; ++m_cursor) {
            char c = *m_cursor;
            if (c == ' ') {
                ++column, ++alternate;
            } else if (c == '\t') {
                column = (column / TAB_WIDTH + 1) * TAB_WIDTH;
                ++alternate;
            } else if (c == '\f') {
                column = alternate = 0;
            } else if (c == '\\') {
                // The indentation of joined lines is that of the first one.
                joined_column = joined_column ? joined_column : column;
                joined_alternate = joined_alternate ? joined_alternate : alternate;
                if (!join_line())
                    return false;
            } else {
                break;
            }
        }
        if (*m_cursor == '#' || *m_cursor == '\n')
            return skip_blank_line();
        m_at_line_start = false;
        return m_cursor == m_limit ||
               set_indent(joined_column ? joined_column : column, joined_alternate ? joined_alternate : alternate);
    }

    // At a backslash; leaves the cursor at the line end behind it.
    bool join_line() {
        Position behind = position_of(m_cursor + 1);
        if (m_cursor[1] != '\n') {
            fail(behind, "unexpected character after line continuation character", LexicalErrorRank::InOrder);
            return false;
        }
        if (m_cursor + 2 == m_limit) {
            fail_at_end(behind);
            return false;
        }
        ++m_cursor;
        next_line(m_cursor + 1);
        return true;
    }

    bool skip_blank_line() {
        m_cursor = static_cast<const char*>(std::memchr(m_cursor, '\n', static_cast<size_t>(m_limit - m_cursor))) + 1;
        next_line(m_cursor);
        return false;
    }

    bool set_indent(uint32_t column, uint32_t alternate) {
        if (column > m_indents.back().column)
            return open_block(column, alternate);
        auto outer = std::find_if(m_indents.rbegin(), m_indents.rend(),
                                  [=](const Indent& indent) { return indent.column <= column; });
        if (outer->column != column) {
            const char* end =
                static_cast<const char*>(std::memchr(m_cursor, '\n', static_cast<size_t>(m_limit - m_cursor)));
            fail_indentation(SyntaxError::Type::IndentationError, position_of(end),
                             "unindent does not match any outer indentation level");
            return false;
        }
        if (outer->alternate != alternate)
            return fail_tabs();
        for (; m_indents.back().column > column; m_indents.pop_back())
            push(TokenKind::DEDENT, position_of(m_cursor), m_cursor, m_cursor);
        m_line_begin = m_result.tokens.size();
        return true;
    }

    bool open_block(uint32_t column, uint32_t alternate) {
        if (m_indents.size() >= MAXIMUM_INDENTS) {
            fail_indentation(SyntaxError::Type::IndentationError, {m_line, 0}, "too many levels of indentation");
            return false;
        }
        if (alternate <= m_indents.back().alternate)
            return fail_tabs();
        m_indents.push_back({column, alternate, m_opens_match_block});
        m_opens_match_block = false;
        push(TokenKind::INDENT, {m_line, 0}, m_line_start, m_cursor);
        m_line_begin = m_result.tokens.size();
        return true;
    }

    bool fail_tabs() {
        fail_indentation(SyntaxError::Type::TabError, {m_line, 0},
                         "inconsistent use of tabs and spaces in indentation");
        return false;
    }

    void fail_indentation(SyntaxError::Type type, Position where, const char* message) {
        fail(SyntaxError{type, message, {where, where}}, LexicalErrorRank::InOrder);
    }

    void end_line(const Scan& scan) {
        m_cursor = scan.end;
        if (m_contexts.empty()) {
            decide_match_statement();
            push(TokenKind::NEWLINE, position_of(scan.begin), scan.begin, scan.end);
            m_line_begin = m_result.tokens.size();
            m_at_line_start = true;
        }
        next_line(scan.end);
    }

    // --- soft keywords ---

    // A line of more than `match` and a colon that begins with `match` and ends in a colon cannot be anything else: no
    // simple statement ends in a colon. What follows must not be an operator, for better messages.
    void decide_match_statement() {
        auto& tokens = m_result.tokens;
        m_opens_match_block = false;
        if (tokens.size() < m_line_begin + 3 || tokens.back().kind != TokenKind::COLON)
            return;
        Token& first = tokens[m_line_begin];
        if (first.kind != TokenKind::NAME || first.value != m_match || !may_begin_subject(first_kind(m_line_begin + 1)))
            return;
        first.kind = TokenKind::KW_MATCH;
        m_opens_match_block = true;
    }

    TokenKind first_kind(size_t index) const { return m_result.tokens[index].kind; }

    // `type NAME` is nothing but the beginning of a type alias, and that stands where a simple statement can stand.
    void decide_type_alias() {
        auto& tokens = m_result.tokens;
        if (!m_contexts.empty() || tokens.empty() || tokens.back().kind != TokenKind::NAME ||
            tokens.back().value != m_type)
            return;
        TokenKind before = tokens.size() == 1 ? TokenKind::NEWLINE : tokens[tokens.size() - 2].kind;
        if (is_layout_token(before) || before == TokenKind::SEMI || before == TokenKind::COLON)
            tokens.back().kind = TokenKind::KW_TYPE;
    }

    // Every statement of a match statement's block is a case clause.
    bool begins_case_clause(Name name) const {
        return name == m_case && m_contexts.empty() && m_indents.back().is_match_block &&
               m_line_begin == m_result.tokens.size();
    }

    // --- tokens of code ---

    void read_token() {
        Scan scan = scan_token(m_cursor);
        switch (scan.lexeme) {
        case Lexeme::Token:
            return read_operator(scan);
        case Lexeme::Name:
            if ((*scan.end == '\'' || *scan.end == '"') && !check_string_prefix(scan))
                return;
            return push_name(scan, m_interner.intern({scan.begin, static_cast<size_t>(scan.end - scan.begin)}));
        case Lexeme::UnicodeName:
            return read_unicode_name(scan);
        case Lexeme::Int:
        case Lexeme::RadixInt:
        case Lexeme::Float:
        case Lexeme::Imaginary:
            return read_number(scan);
        case Lexeme::StringStart:
            return read_string(scan);
        case Lexeme::FStringStart:
            return begin_fstring(scan);
        case Lexeme::Newline:
            return end_line(scan);
        case Lexeme::JoinedLine:
        case Lexeme::Backslash:
            m_cursor = scan.begin;
            if (join_line())
                ++m_cursor;
            return;
        case Lexeme::End:
            m_cursor = scan.begin;
            return end_text();
        case Lexeme::Unknown:
            return read_unknown(scan);
        }
    }

    void push_name(const Scan& scan, Name name) {
        decide_type_alias();
        TokenKind kind = begins_case_clause(name) ? TokenKind::KW_CASE : TokenKind::NAME;
        push(kind, scan).value = name;
    }

    // A name right in front of a quote that no literal begins with: two of its letters may be prefixes that exclude
    // each other.
    bool check_string_prefix(const Scan& scan) {
        static constexpr std::string_view EXCLUSIVE[] = {"ub", "ur", "uf", "ut", "bf", "bt", "ft"};
        std::string seen;
        for (const char* at = scan.begin; at < scan.end; at++) {
            char letter = char(*at | 0x20);
            if (std::string_view("burft").find(letter) == std::string_view::npos || seen.find(letter) != seen.npos)
                return true;
            seen += letter;
        }
        for (std::string_view pair : EXCLUSIVE) {
            if (seen.find(pair[0]) == seen.npos || seen.find(pair[1]) == seen.npos)
                continue;
            Span span{position_of(scan.begin), position_of(scan.end)};
            fail(SyntaxError{{}, fmt::format("'{}' and '{}' prefixes are incompatible", pair[0], pair[1]), span},
                 LexicalErrorRank::InOrder);
            return false;
        }
        return true;
    }

    void read_unicode_name(const Scan& scan) {
        std::string_view text(scan.begin, static_cast<size_t>(scan.end - scan.begin));
        if (check_unicode_name(scan))
            push_name(scan, m_interner.intern(normalize_identifier(text)));
    }

    bool check_unicode_name(const Scan& scan) {
        std::string_view text(scan.begin, static_cast<size_t>(scan.end - scan.begin));
        size_t bad = find_invalid_identifier_character(text);
        if (bad == text.npos)
            return true;
        Character character = first_character(text.substr(bad));
        Position where = position_of(scan.begin + bad);
        if (is_printable(character.code_point))
            fail(where, fmt::format("invalid character '{}' (U+{:04X})", text.substr(bad, character.length),
                                    character.code_point));
        else
            fail(where, fmt::format("invalid non-printable character U+{:04X}", character.code_point));
        return false;
    }

    void read_unknown(const Scan& scan) {
        auto byte = static_cast<unsigned char>(*scan.begin);
        if (is_printable(byte))
            push(TokenKind::ERRORTOKEN, scan);
        else
            fail(position_of(scan.begin), fmt::format("invalid non-printable character U+{:04X}", byte));
    }

    void read_operator(const Scan& scan) {
        switch (scan.kind) {
        case TokenKind::LPAR:
        case TokenKind::LSQB:
        case TokenKind::LBRACE:
            return open_bracket(ContextKind::Bracket, scan);
        case TokenKind::RPAR:
        case TokenKind::RSQB:
        case TokenKind::RBRACE:
            return close_bracket(scan);
        case TokenKind::COLON:
            push(TokenKind::COLON, scan);
            if (in_field())
                m_contexts.back().in_spec = true;
            return;
        case TokenKind::COLONEQUAL:
            return in_field() ? read_spec_colon(scan) : void(push(scan.kind, scan));
        case TokenKind::EXCLAMATION:
            return in_field() ? read_conversion(scan) : void(push(scan.kind, scan));
        default:
            push(scan.kind, scan);
        }
    }

    void open_bracket(ContextKind kind, const Scan& scan) {
        Position where = position_of(scan.begin);
        if (m_bracket_depth >= MAXIMUM_BRACKETS)
            return fail(where, "too many nested parentheses");
        ++m_bracket_depth;
        m_contexts.push_back({.kind = kind, .opener = *scan.begin, .position = where});
        push(*scan.begin == '(' ? TokenKind::LPAR : *scan.begin == '[' ? TokenKind::LSQB : TokenKind::LBRACE, scan);
    }

    void close_bracket(const Scan& scan) {
        char closer = *scan.begin;
        Position where = position_of(scan.begin);
        if (m_contexts.empty())
            return fail(where, fmt::format("unmatched '{}'", closer));
        const Context& context = m_contexts.back();
        if (closer_of(context.opener) == closer) {
            --m_bracket_depth;
            m_contexts.pop_back();
            push(scan.kind, scan);
        } else if (context.kind == ContextKind::Field) {
            fail(where, fmt::format("{}: unmatched '{}'", fstring_word(), closer));
        } else {
            std::string message =
                fmt::format("closing parenthesis '{}' does not match opening parenthesis '{}'", closer, context.opener);
            if (context.position.line != m_line)
                message += fmt::format(" on line {}", context.position.line);
            fail(where, std::move(message));
        }
    }

    // --- literals ---

    void read_number(const Scan& scan) {
        NumberProblem problem = check_number(scan);
        if (!problem.message.empty()) {
            Span span{position_of(problem.begin), position_of(problem.end)};
            if (!problem.is_warning)
                return fail(SyntaxError{{}, std::move(problem.message), span}, LexicalErrorRank::First);
            warn({std::move(problem.message), span});
        }
        Token& token = push(TokenKind::NUMBER, scan);
        if (scan.lexeme == Lexeme::Float) {
            token.literal_kind = Literal::Kind::Float;
            token.number = float_value(token.text());
        } else if (scan.lexeme == Lexeme::Imaginary) {
            token.literal_kind = Literal::Kind::Imaginary;
            token.number = float_value(token.text().substr(0, token.length - 1));
        } else {
            set_int_value(token, scan.lexeme == Lexeme::RadixInt);
        }
    }

    void set_int_value(Token& token, bool has_radix) {
        token.literal_kind = Literal::Kind::Int;
        std::string_view text = token.text();
        std::string plain;
        if (has_radix || text.find('_') != text.npos) {
            for (char c : text) {
                if (c != '_')
                    plain += static_cast<char>(c >= 'A' && c <= 'Z' ? c | 0x20 : c);
            }
            text = plain;
        }
        if (!has_radix && text.size() > MAXIMUM_INT_DIGITS) {
            Position where{token.span.begin.line, NO_COLUMN};
            report_literal(fmt::format("Exceeds the limit ({} digits) for integer string conversion: value has {} "
                                       "digits; use sys.set_int_max_str_digits() to increase the limit - Consider "
                                       "hexadecimal for huge integer literals to avoid decimal conversion limits.",
                                       MAXIMUM_INT_DIGITS, text.size()),
                           {where, where}, m_result.tokens.size());
        }
        token.value = m_interner.intern(text);
    }

    void read_string(const Scan& scan) {
        Position begin = position_of(scan.begin);
        char quote = scan.end[-1];
        const char* opening = static_cast<const char*>(std::memchr(scan.begin, quote, 3));
        bool triple = scan.end - opening == 3;
        TextScan body = scan_string(scan.end, quote, triple);
        if (!body.is_closed)
            return fail_unterminated_string(begin, quote, triple, body);
        if (body.newlines) {
            m_line += body.newlines;
            m_line_start = body.line;
        }
        m_cursor = body.end + (triple ? 3 : 1);
        Token& token = push(TokenKind::STRING, begin, scan.begin, m_cursor);
        StringPrefix prefix = read_prefix({scan.begin, static_cast<size_t>(opening - scan.begin)});
        std::string_view text(scan.end, static_cast<size_t>(body.end - scan.end));
        bool is_plain = (!body.has_escapes || prefix.is_raw) && (!body.has_unicode || !prefix.is_bytes);
        token.literal_kind = prefix.is_bytes ? Literal::Kind::Bytes : Literal::Kind::Str;
        token.value = is_plain ? m_interner.intern(text) : decode(text, prefix, token.span);
    }

    Text decode(std::string_view text, StringPrefix prefix, Span span) {
        DecodedString decoded = decode_string(text, prefix);
        if (!decoded.warning.message.empty()) {
            auto lines = std::count(text.begin(), text.begin() + long(decoded.warning_at), '\n');
            decoded.warning.span = {{span.begin.line + uint32_t(lines), span.begin.column}, span.end};
            warn(std::move(decoded.warning));
        }
        if (!decoded.error.empty()) {
            Context* fstring = innermost_fstring();
            if (fstring && (prefix.is_format || in_fstring_text()))
                fstring->problem = std::move(decoded.error);
            else
                report_literal(std::move(decoded.error), span, m_result.tokens.size());
        }
        return m_interner.intern(decoded.value);
    }

    void fail_unterminated_string(Position begin, char quote, bool triple, const TextScan& body) {
        const Context* fstring = innermost_fstring();
        m_result.ends_early = body.end == m_limit;
        if (fstring && fstring->opener == quote && fstring->is_triple == triple)
            return fail(begin, fmt::format("{}: expecting '}}'", fstring_word()));
        std::string message = fmt::format("unterminated {}string literal (detected at line {})",
                                          triple ? "triple-quoted " : "", line_reached(body));
        if (!triple && text_of(begin, body.end).find(std::string{'\\', quote}) != std::string_view::npos)
            message += "; perhaps you escaped the end quote?";
        fail(begin, std::move(message));
    }

    std::string_view text_of(Position begin, const char* end) const {
        const char* start = m_source.text().data() + m_source.offset(begin);
        return {start, static_cast<size_t>(end - start)};
    }

    // The line on which a text that is not closed was seen to have no end.
    uint32_t line_reached(const TextScan& body) const {
        return body.end == m_limit ? m_source.line_count() : m_line + body.newlines;
    }

    // --- f-strings ---

    Context* innermost_fstring() {
        for (size_t i = m_contexts.size(); i-- > 0;) {
            if (m_contexts[i].kind == ContextKind::FString)
                return &m_contexts[i];
        }
        return nullptr;
    }

    const char* fstring_word() {
        Context* fstring = innermost_fstring();
        return fstring && fstring->prefix.is_template ? "t-string" : "f-string";
    }

    bool in_field() const { return !m_contexts.empty() && m_contexts.back().kind == ContextKind::Field; }

    bool in_fstring_text() const {
        const Context& context = m_contexts.back();
        return context.kind == ContextKind::FString || context.in_spec;
    }

    void begin_fstring(const Scan& scan) {
        if (m_fstring_depth + 1 >= MAXIMUM_FSTRINGS)
            return fail(position_of(scan.end - 1), "too many nested f-strings");
        ++m_fstring_depth;
        char quote = scan.end[-1];
        auto opening = static_cast<const char*>(std::memchr(scan.begin, quote, 3));
        StringPrefix prefix = read_prefix({scan.begin, static_cast<size_t>(opening - scan.begin)});
        prefix.is_format = true;
        m_contexts.push_back({.kind = ContextKind::FString,
                              .opener = quote,
                              .is_triple = scan.end - opening == 3,
                              .prefix = prefix,
                              .position = position_of(scan.begin)});
        push(prefix.is_template ? TokenKind::TSTRING_START : TokenKind::FSTRING_START, scan);
    }

    // The text of an f-string up to the next field or its end. The cursor is in its literal part or in the format
    // specification of a field of it.
    void read_fstring_text() {
        Context& fstring = *innermost_fstring();
        bool in_spec = m_contexts.back().in_spec;
        TextScan text = scan_fstring(m_cursor, fstring.opener, fstring.is_triple, fstring.prefix.is_raw, in_spec);
        if (text.end == m_limit || (!text.is_closed && *text.end == '\n' && !in_spec))
            return fail_unterminated_fstring(fstring, text);
        if (text.end > m_cursor)
            push_fstring_text(fstring, text, in_spec);
        if (text.is_closed)
            return end_fstring(text.end);
        Scan brace{Lexeme::Token, TokenKind::RBRACE, text.end, text.end + 1};
        if (*text.end == '{')
            open_field(brace);
        else if (*text.end == '\n')
            m_contexts.back().in_spec = false; // the specification ends with the line; the field must end on the next
        else if (in_spec)
            close_bracket(brace);
        else
            fail(position_of(text.end), fmt::format("{}: single '}}' is not allowed", fstring_word()));
    }

    void fail_unterminated_fstring(const Context& fstring, const TextScan& text) {
        m_result.ends_early = text.end == m_limit;
        fail(fstring.position,
             fmt::format("unterminated {}{} literal (detected at line {})", fstring.is_triple ? "triple-quoted " : "",
                         fstring_word(), line_reached(text)));
    }

    void push_fstring_text(Context& fstring, const TextScan& text, bool in_spec) {
        Position begin = position_of(m_cursor);
        std::string_view body(m_cursor, static_cast<size_t>(text.end - m_cursor));
        if (text.newlines) {
            m_line += text.newlines;
            m_line_start = text.line;
        }
        StringPrefix prefix = fstring.prefix;
        prefix.is_format = !in_spec;
        TokenKind kind = prefix.is_template ? TokenKind::TSTRING_MIDDLE : TokenKind::FSTRING_MIDDLE;
        Token& token = push(kind, begin, m_cursor, text.end);
        token.literal_kind = Literal::Kind::Str;
        token.value = text.has_escapes ? decode(body, prefix, token.span) : m_interner.intern(body);
        m_cursor = text.end;
    }

    // Closing quotes end the f-string even inside a format specification. The parser misses the brace then; the braces
    // that are still open count as brackets from here on.
    void end_fstring(const char* quotes) {
        size_t at = m_contexts.size();
        while (m_contexts[--at].kind != ContextKind::FString)
            m_contexts[at] = {.kind = ContextKind::Bracket, .opener = '{', .position = m_contexts[at].position};
        Context fstring = std::move(m_contexts[at]);
        m_contexts.erase(m_contexts.begin() + static_cast<long>(at));
        --m_fstring_depth;
        TokenKind kind = fstring.prefix.is_template ? TokenKind::TSTRING_END : TokenKind::FSTRING_END;
        Token& end = push(kind, Scan{Lexeme::Token, kind, quotes, quotes + (fstring.is_triple ? 3 : 1)});
        if (!fstring.problem.empty())
            report_literal(std::move(fstring.problem), end.span, m_result.tokens.size());
    }

    void open_field(const Scan& brace) {
        size_t depth = 0;
        for (size_t i = m_contexts.size(); m_contexts[--i].kind != ContextKind::FString;)
            depth += m_contexts[i].kind == ContextKind::Field;
        if (depth >= MAXIMUM_FIELDS)
            return fail(position_of(brace.begin - 1), fmt::format("{}: expressions nested too deeply", fstring_word()));
        open_bracket(ContextKind::Field, brace);
    }

    // `:=` directly inside a field is a colon and a specification that begins with an equal sign.
    void read_spec_colon(const Scan& scan) {
        push(TokenKind::COLON, Scan{Lexeme::Token, TokenKind::COLON, scan.begin, scan.begin + 1});
        m_contexts.back().in_spec = true;
    }

    // `!r` directly inside a field.
    void read_conversion(const Scan& scan) {
        Scan letter = scan_token(scan.end);
        if (letter.lexeme != Lexeme::Name && letter.lexeme != Lexeme::UnicodeName) {
            push(TokenKind::EXCLAMATION, scan);
            return;
        }
        if (letter.lexeme == Lexeme::UnicodeName && !check_unicode_name(letter))
            return;
        std::string_view name(letter.begin, static_cast<size_t>(letter.end - letter.begin));
        Position begin = position_of(scan.begin);
        Token& token =
            push(TokenKind::FCONVERSION, Scan{Lexeme::Token, TokenKind::FCONVERSION, scan.begin, letter.end});
        token.value = m_interner.intern(name);
        Span span{position_of(letter.begin), position_of(letter.end)};
        if (letter.begin != scan.end)
            report_literal(
                fmt::format("{}: conversion type must come right after the exclamanation mark", fstring_word()),
                {begin, span.end}, m_result.tokens.size());
        else if (name != "r" && name != "s" && name != "a")
            report_literal(
                fmt::format("{}: invalid conversion character '{}': expected 's', 'r', or 'a'", fstring_word(), name),
                span, m_result.tokens.size());
    }

    // --- the end ---

    void end_text() {
        m_is_done = true;
        if (!m_contexts.empty())
            return fail_at_end({});
        while (m_indents.size() > 1) {
            m_indents.pop_back();
            push(TokenKind::DEDENT, {m_line, 0}, m_cursor, m_cursor);
        }
        push(TokenKind::ENDMARKER, {m_line, 0}, m_cursor, m_cursor);
    }

    // The text ends inside brackets, or behind a backslash at `where`.
    void fail_at_end(Position where) {
        m_result.ends_early = true;
        if (m_contexts.empty())
            return fail(where, "unexpected EOF while parsing", LexicalErrorRank::InOrder);
        const Context& context = m_contexts.back();
        fail(context.position, fmt::format("'{}' was never closed", context.opener), LexicalErrorRank::UnclosedBracket);
    }

    void finish() {
        m_result.incomplete = m_result.ends_early || (!m_result.error && has_open_block());
        if (m_result.literal_error)
            m_result.tokens.erase(m_result.tokens.begin() + static_cast<long>(m_literal_error_at),
                                  m_result.tokens.end());
        if (m_result.error || m_result.literal_error)
            push(TokenKind::ERRORTOKEN, position_of(m_cursor), m_cursor, m_cursor);
    }

    // At the prompt a compound statement goes on until a blank line.
    bool has_open_block() const {
        const auto& tokens = m_result.tokens;
        std::string_view last_line = m_source.line(m_source.line_count());
        if (last_line.find_first_not_of(" \t\f") == last_line.npos)
            return false;
        size_t depth = 0;
        for (size_t i = tokens.size(); i-- > 0;) {
            depth += tokens[i].kind == TokenKind::DEDENT;
            depth -= tokens[i].kind == TokenKind::INDENT;
            bool begins_line = i == 0 || is_layout_token(tokens[i - 1].kind);
            if (depth == 0 && begins_line && !is_layout_token(tokens[i].kind) && tokens[i].kind != TokenKind::ENDMARKER)
                return begins_compound_statement(tokens[i].kind) || continues_statement(tokens[i].kind);
        }
        return false;
    }

    static bool continues_statement(TokenKind kind) {
        return kind == TokenKind::KW_ELSE || kind == TokenKind::KW_ELIF || kind == TokenKind::KW_EXCEPT ||
               kind == TokenKind::KW_FINALLY;
    }

    const Source& m_source;
    Interner m_interner;
    const char* m_cursor;
    const char* m_line_start;
    const char* m_limit;
    uint32_t m_line = 1;
    bool m_at_line_start = true;
    bool m_is_done = false;
    bool m_opens_match_block = false; // the line before is the head of a match statement
    size_t m_line_begin = 0;          // the first token of the logical line
    size_t m_bracket_depth = 0;
    size_t m_fstring_depth = 0;
    size_t m_literal_error_at = 0; // how many tokens stand when the literal error is to be reported
    std::vector<Indent> m_indents;
    std::vector<Context> m_contexts;
    Name m_match;
    Name m_case;
    Name m_type;
    Tokenized m_result;
};

} // namespace

Tokenized tokenize(const Source& source, Arena& arena) {
    return Layout(source, arena).run();
}

} // namespace ouro::lang
