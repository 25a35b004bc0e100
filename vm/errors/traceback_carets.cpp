// SPDX-License-Identifier: MIT
//
// Carets of tracebacks: which part of the shown lines failed, and inside it the operator, subscript or call that did it
// ("anchors": `~~^~~`, `~^^^`). The rules are those of CPython 3.13's traceback module, which parses the text; the
// virtual machine has no parser, so a small scanner splits it into tokens and finds the operator that binds loosest.
//
// All positions here count characters, not bytes; Text holds the lines as code points.
#include "vm/errors/traceback.hpp"

#include <algorithm>
#include <array>
#include <optional>
#include <set>
#include <span>
#include <utf8proc.h>

namespace ouro::vm {

namespace {

struct Position {
    size_t line = 0, column = 0;
    auto operator<=>(const Position&) const = default;
};

using Text = std::vector<std::u32string>;

enum class TokenKind : uint8_t { Name, Number, String, Operator, Open, Close };

struct Token {
    TokenKind kind;
    Position start, end;
    std::u32string text;
    size_t match = 0; // of brackets: index of the other one
};

struct Anchors {
    Position left; // first character marked `^`
    Position right; // behind the last one
};

std::u32string decode(std::string_view text) {
    std::u32string result;
    auto* bytes = reinterpret_cast<const utf8proc_uint8_t*>(text.data());
    for (size_t at = 0; at < text.size();) {
        utf8proc_int32_t code_point;
        utf8proc_ssize_t length = utf8proc_iterate(bytes + at, utf8proc_ssize_t(text.size() - at), &code_point);
        result += length > 0 ? char32_t(code_point) : U'\uFFFD';
        at += length > 0 ? size_t(length) : 1;
    }
    return result;
}

size_t display_width(const std::u32string& line, size_t count) {
    size_t width = 0;
    for (size_t i = 0; i < std::min(count, line.size()); i++)
        width += line[i] >= 0x1100 && utf8proc_charwidth(utf8proc_int32_t(line[i])) == 2 ? 2 : 1;
    return width + (count > line.size() ? count - line.size() : 0);
}

bool is_blank(char32_t c) { return c == ' ' || (c >= '\t' && c <= '\r'); }
bool is_digit(char32_t c) { return c >= '0' && c <= '9'; }
bool is_name_start(char32_t c) { return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || c == '_' || c >= 0x80; }
bool is_name_part(char32_t c) { return is_name_start(c) || is_digit(c); }

// --- Scanner --------------------------------------------------------------------------------------------------------

class Scanner {
public:
    Scanner(const Text& text, Position start, Position end) : m_text(text), m_at(start), m_end(end) {}

    // The tokens of the range with their brackets matched; nothing when they do not match.
    std::optional<std::vector<Token>> scan() {
        std::vector<size_t> open;
        while (skip_blanks()) {
            Token token{TokenKind::Operator, m_at, m_at, {}, 0};
            read(token);
            token.end = m_at;
            if (token.kind == TokenKind::Open)
                open.push_back(m_tokens.size());
            if (token.kind == TokenKind::Close) {
                if (open.empty())
                    return {};
                token.match = open.back();
                m_tokens[open.back()].match = m_tokens.size();
                open.pop_back();
            }
            m_tokens.push_back(std::move(token));
        }
        if (!open.empty())
            return {};
        return std::move(m_tokens);
    }

private:
    bool at_end() const { return m_at >= m_end || m_at.line >= m_text.size(); }
    char32_t peek(size_t ahead = 0) const {
        const std::u32string& line = m_text[m_at.line];
        return m_at.column + ahead < line.size() ? line[m_at.column + ahead] : U'\n';
    }
    void next_line() { m_at = {m_at.line + 1, 0}; }

    bool skip_blanks() {
        while (!at_end()) {
            char32_t c = peek();
            if (c == '\n' || c == '#' || c == '\\')
                next_line();
            else if (is_blank(c))
                m_at.column++;
            else
                return true;
        }
        return false;
    }

    void read(Token& token) {
        char32_t c = peek();
        if (size_t prefix = string_prefix()) {
            token.kind = TokenKind::String;
            read_string(prefix - 1);
        } else if (is_name_start(c)) {
            token.kind = TokenKind::Name;
            while (is_name_part(peek()))
                take(token);
        } else if (is_digit(c) || (c == '.' && is_digit(peek(1)))) {
            token.kind = TokenKind::Number;
            read_number(token);
        } else {
            read_operator(token);
        }
    }

    void take(Token& token) {
        token.text += peek();
        m_at.column++;
    }

    void read_number(Token& token) {
        bool hexadecimal = peek() == '0' && (peek(1) | 0x20) == 'x';
        while (is_name_part(peek()) || peek() == '.') {
            bool exponent = !hexadecimal && (peek() | 0x20) == 'e' && (peek(1) == '+' || peek(1) == '-');
            take(token);
            if (exponent)
                take(token);
        }
    }

    void read_operator(Token& token) {
        static constexpr std::u32string_view three[] = {U"**=", U"//=", U">>=", U"<<=", U"..."};
        static constexpr std::u32string_view two[] = {U"**", U"//", U">>", U"<<", U"==", U"!=", U"<=",
                                                      U">=", U":=", U"->", U"+=", U"-=", U"*=", U"/=",
                                                      U"%=", U"@=", U"&=", U"|=", U"^="};
        char32_t all[] = {peek(), peek(1), peek(2)};
        std::u32string_view view(all, 3);
        size_t length = 1;
        if (std::ranges::find(three, view) != std::end(three))
            length = 3;
        else if (std::ranges::find(two, view.substr(0, 2)) != std::end(two))
            length = 2;
        for (size_t i = 0; i < length; i++)
            take(token);
        if (token.text == U"(" || token.text == U"[" || token.text == U"{")
            token.kind = TokenKind::Open;
        if (token.text == U")" || token.text == U"]" || token.text == U"}")
            token.kind = TokenKind::Close;
    }

    // 1 + the length of the prefix when a string literal begins here, else 0.
    size_t string_prefix() const {
        for (size_t length = 0; length <= 2; length++) {
            char32_t c = peek(length);
            if (c == '"' || c == '\'')
                return length + 1;
            if (std::u32string_view(U"rRbBuUfFtT").find(c) == std::u32string_view::npos)
                return 0;
        }
        return 0;
    }

    void read_string(size_t prefix) {
        bool formatted = false;
        for (size_t i = 0; i < prefix; i++) {
            char32_t c = peek() | 0x20;
            formatted |= c == 'f' || c == 't';
            m_at.column++;
        }
        char32_t quote = peek();
        size_t quotes = peek(1) == quote && peek(2) == quote ? 3 : 1;
        m_at.column += quotes;
        size_t braces = 0;
        while (!at_end()) {
            char32_t c = peek();
            if (c == '\n') {
                if (quotes == 1 && braces == 0)
                    return;
                next_line();
            } else if (c == '\\') {
                m_at.column += 2;
            } else if (c == quote && braces == 0 && (quotes == 1 || (peek(1) == quote && peek(2) == quote))) {
                m_at.column += quotes;
                return;
            } else if (braces > 0 && string_prefix() == 1) {
                read_string(0);
            } else {
                if (formatted && c == '{' && peek(1) == '{' && braces == 0)
                    m_at.column++;
                else if (formatted && c == '{')
                    braces++;
                else if (c == '}' && braces > 0)
                    braces--;
                m_at.column++;
            }
        }
    }

    const Text& m_text;
    Position m_at, m_end;
    std::vector<Token> m_tokens;
};

// --- Structure of the expression ------------------------------------------------------------------------------------

using Tokens = std::span<const Token>;

// Words and signs that make anything but an arithmetic operation, a subscript or a call of the expression they stand
// in.
bool is_loose(const Token& token) {
    static constexpr std::u32string_view words[] = {
        U"lambda", U"if",      U"else",     U"or",     U"and",      U"not",   U"in",   U"is",
        U"yield",  U"for",     U"raise",    U"return", U"import",   U"from",  U"del",  U"assert",
        U"pass",   U"break",   U"continue", U"global", U"nonlocal", U"while", U"with", U"try",
        U"except", U"finally", U"class",    U"def",    U"as",       U"async", U"elif"};
    static constexpr std::u32string_view signs[] = {
        U",", U":=", U":", U"=", U"<", U">", U"==", U"!=", U"<=", U">=", U"->", U";", U"+=", U"-=", U"*=", U"/=", U"%=",
        U"@=", U"&=", U"|=", U"^=", U"**=", U"//=", U">>=", U"<<=", U"!", U"$", U"?"};
    if (token.kind == TokenKind::Name)
        return std::ranges::find(words, token.text) != std::end(words);
    return token.kind == TokenKind::Operator && std::ranges::find(signs, token.text) != std::end(signs);
}

// How tight a binary operator binds, from `|` to `*`; 0 for what is none.
int binding(const Token& token) {
    if (token.kind != TokenKind::Operator)
        return 0;
    static constexpr std::pair<std::u32string_view, int> table[] = {
        {U"|", 1}, {U"^", 2}, {U"&", 3}, {U"<<", 4}, {U">>", 4}, {U"+", 5}, {U"-", 5},
        {U"*", 6}, {U"/", 6}, {U"//", 6}, {U"%", 6}, {U"@", 6}};
    for (auto [text, level] : table) {
        if (token.text == text)
            return level;
    }
    return 0;
}

// Calls visit(i) for each token outside of brackets; a bracket group counts as its opening token.
template <class F>
void for_each_outer(Tokens tokens, size_t base, F&& visit) {
    for (size_t i = 0; i < tokens.size(); i++) {
        visit(i);
        if (tokens[i].kind == TokenKind::Open)
            i = tokens[i].match - base;
    }
}

// Where the right operand begins as the syntax tree has it: inside the parentheses that only group.
Position operand_start(Tokens all, size_t first, size_t last) {
    while (all[first].kind == TokenKind::Open && all[first].text == U"(" && all[first].match == last &&
           first + 1 < last) {
        bool groups = true;
        for_each_outer(all.subspan(first + 1, last - first - 1), first + 1, [&](size_t i) {
            const Token& token = all[first + 1 + i];
            groups = groups && token.text != U"," && !(token.kind == TokenKind::Name && token.text == U"for");
        });
        if (!groups)
            break;
        first++;
        last--;
    }
    return all[first].start;
}

Anchors operator_anchors(const Text& text, Tokens all, size_t at, size_t last) {
    Position start = all[at].start, end{start.line, start.column + 1};
    const std::u32string& line = text[start.line];
    bool two = end.column < line.size() && end < operand_start(all, at + 1, last) && !is_blank(line[end.column]) &&
               line[end.column] != '\\' && line[end.column] != '#';
    if (two)
        end.column++;
    return {start, end};
}

std::optional<Anchors> find_anchors(const Text& text, Tokens all, size_t first, size_t last);

// The expression has no arithmetic at its top: an operand with its trailers, or a power.
std::optional<Anchors> primary_anchors(const Text& text, Tokens all, size_t first, size_t last) {
    if (all[first].kind == TokenKind::Operator && all[first].text != U"...")
        return {}; // a sign in front
    size_t begin = first;
    bool awaits = all[first].text == U"await";
    for (size_t i = first; i <= last; i++) {
        if (all[i].kind == TokenKind::Operator && all[i].text == U"**" && i < last && i > first)
            return operator_anchors(text, all, i, last);
        if (all[i].kind == TokenKind::Open)
            i = all[i].match;
    }
    const Token& closing = all[last];
    if (awaits || closing.kind != TokenKind::Close || closing.text == U"}")
        return {};
    if (closing.match == begin) { // the whole stands in brackets
        if (closing.text == U"]" || begin + 1 == last)
            return {};
        return find_anchors(text, all, first + 1, last - 1);
    }
    return Anchors{all[closing.match].start, closing.end};
}

std::optional<Anchors> find_anchors(const Text& text, Tokens all, size_t first, size_t last) {
    bool loose = false, operand_before = false;
    int lowest = 100;
    size_t at = 0;
    for (size_t i = first; i <= last; i++) {
        loose |= is_loose(all[i]);
        int level = binding(all[i]);
        if (level && operand_before && level <= lowest) {
            lowest = level;
            at = i;
        }
        operand_before = all[i].kind != TokenKind::Operator && all[i].text != U"await";
        if (all[i].text == U"...")
            operand_before = true;
        if (all[i].kind == TokenKind::Open)
            i = all[i].match;
    }
    if (loose)
        return {};
    if (lowest < 100 && at < last)
        return operator_anchors(text, all, at, last);
    return primary_anchors(text, all, first, last);
}

// --- Whether to show carets at all ----------------------------------------------------------------------------------

std::u32string_view strip(std::u32string_view text) {
    while (!text.empty() && is_blank(text.front()))
        text.remove_prefix(1);
    while (!text.empty() && is_blank(text.back()))
        text.remove_suffix(1);
    return text;
}

// `return name(...)` and `name = f(...)` as the whole statement say enough without carets.
bool is_plain_call_statement(const Text& text, Tokens tokens, size_t start, size_t end) {
    if (tokens.empty() || tokens.back().text != U")" || tokens.back().match == 0)
        return false;
    size_t open = tokens.back().match;
    for (size_t i = 0; i < open; i++) { // one call: nothing but names, dots and trailers in front
        if (is_loose(tokens[i]))
            return false;
        if (tokens[i].kind == TokenKind::Open)
            i = tokens[i].match;
        else if (tokens[i].kind != TokenKind::Name && tokens[i].kind != TokenKind::String && tokens[i].text != U".")
            return false;
    }
    if (tokens[0].text == U"await")
        return false;
    std::u32string_view behind = strip(std::u32string_view(text.back()).substr(std::min(end, text.back().size())));
    std::u32string_view before = strip(std::u32string_view(text.front()).substr(0, start));
    while (before.ends_with(U'(') && behind.starts_with(U')')) {
        before = strip(before.substr(0, before.size() - 1));
        behind = strip(behind.substr(1));
    }
    if (!behind.empty() && behind.front() != '#' && behind.front() != ';')
        return false;
    if (before == U"return")
        return open == 1 && tokens[0].kind == TokenKind::Name;
    if (!before.ends_with(U'='))
        return false;
    before = strip(before.substr(0, before.size() - 1));
    return !before.empty() && is_name_start(before.front()) && std::ranges::all_of(before, is_name_part);
}

// --- Writing --------------------------------------------------------------------------------------------------------

std::string encode(const std::u32string& line) {
    std::string result;
    for (char32_t c : line) {
        utf8proc_uint8_t bytes[4];
        utf8proc_ssize_t length = utf8proc_encode_char(utf8proc_int32_t(c), bytes);
        result.append(reinterpret_cast<char*>(bytes), size_t(length));
    }
    return result;
}

class Writer {
public:
    Writer(const Text& text, size_t start, size_t end, const std::optional<Anchors>& anchors, bool show)
        : m_text(text), m_anchors(anchors), m_show(show) {
        m_start = display_width(text.front(), start);
        m_end = display_width(text.back(), end);
        if (anchors) {
            m_left = display_width(text[anchors->left.line], anchors->left.column);
            m_right = display_width(text[anchors->right.line], anchors->right.column);
        }
    }

    std::vector<std::string> write() {
        size_t previous = 0;
        for (size_t line : significant_lines()) {
            if (line > previous + 2)
                m_result.push_back("...<" + std::to_string(line - previous - 1) + " lines>...");
            else if (line == previous + 2)
                write_line(line - 1);
            write_line(line);
            previous = line;
        }
        return std::move(m_result);
    }

private:
    std::set<size_t> significant_lines() const {
        std::set<size_t> lines{0, m_text.size() - 1};
        if (!m_anchors)
            return lines;
        for (size_t line : {m_anchors->left.line, m_anchors->right.line}) {
            for (size_t near = line ? line - 1 : 0; near <= line + 1 && near < m_text.size(); near++)
                lines.insert(near);
        }
        return lines;
    }

    bool is_marked(size_t line, size_t column) const {
        if (!m_anchors)
            return true;
        bool after = line > m_anchors->left.line || (line == m_anchors->left.line && column >= m_left);
        bool before = line < m_anchors->right.line || (line == m_anchors->right.line && column < m_right);
        return after && before;
    }

    void write_line(size_t line) {
        const std::u32string& text = m_text[line];
        m_result.push_back(encode(text));
        if (!m_show)
            return;
        size_t blanks = size_t(std::ranges::find_if_not(text, is_blank) - text.begin());
        size_t count = line == m_text.size() - 1 ? m_end : display_width(text, text.size());
        std::string carets;
        for (size_t column = 0; column < count; column++) {
            if (column < blanks || (line == 0 && column < m_start))
                carets += ' ';
            else
                carets += is_marked(line, column) ? '^' : '~';
        }
        m_result.push_back(std::move(carets));
    }

    const Text& m_text;
    const std::optional<Anchors>& m_anchors;
    bool m_show;
    size_t m_start, m_end, m_left = 0, m_right = 0; // display columns
    std::vector<std::string> m_result;
};

} // namespace

std::vector<std::string> with_carets(const std::vector<std::string>& lines, size_t start, size_t end) {
    Text text;
    for (const std::string& line : lines)
        text.push_back(decode(line));
    auto tokens = Scanner(text, {0, start}, {text.size() - 1, end}).scan();
    std::optional<Anchors> anchors;
    bool show = true;
    if (tokens && !tokens->empty()) {
        anchors = find_anchors(text, *tokens, 0, tokens->size() - 1);
        show = !is_plain_call_statement(text, *tokens, start, end);
    }
    if (!anchors && show) {
        std::u32string_view before = std::u32string_view(text.front()).substr(0, start);
        std::u32string_view behind = std::u32string_view(text.back()).substr(std::min(end, text.back().size()));
        show = !strip(before).empty() || !strip(behind).empty();
    }
    return Writer(text, start, end, anchors, show).write();
}

} // namespace ouro::vm
