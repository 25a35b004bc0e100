// SPDX-License-Identifier: MIT
//
// The tokenizer and the walk behind functions.hpp.
#include "functions.hpp"

#include <algorithm>
#include <cctype>
#include <set>

namespace structure {

namespace {

struct Token {
    std::string text; // an identifier or number, one punctuation character, or "" for a literal
    unsigned line;
    bool is_word() const { return !text.empty() && (std::isalnum(uint8_t(text[0])) || text[0] == '_'); }
};

class Tokenizer {
public:
    explicit Tokenizer(std::string_view text) : m_text(text) {}

    std::vector<Token> run() {
        while (m_at < m_text.size())
            step();
        return std::move(m_tokens);
    }

private:
    char peek(size_t ahead = 0) const { return m_at + ahead < m_text.size() ? m_text[m_at + ahead] : '\0'; }

    void advance_to(size_t end) {
        end = std::min(end, m_text.size());
        m_line += unsigned(std::count(m_text.begin() + long(m_at), m_text.begin() + long(end), '\n'));
        m_at = end;
    }
    void advance_behind(std::string_view mark, size_t from) {
        size_t found = m_text.find(mark, from);
        advance_to(found == std::string_view::npos ? m_text.size() : found + mark.size());
    }

    void step() {
        char c = peek();
        bool line_is_empty = m_tokens.empty() || m_tokens.back().line != m_line;
        if (std::isspace(uint8_t(c)))
            advance_to(m_at + 1);
        else if (c == '/' && peek(1) == '/')
            advance_to(std::min(m_text.find('\n', m_at), m_text.size()));
        else if (c == '/' && peek(1) == '*')
            advance_behind("*/", m_at + 2);
        else if (c == '#' && line_is_empty)
            skip_directive();
        else if (c == 'R' && peek(1) == '"')
            raw_string();
        else if (c == '"' || c == '\'')
            literal(c);
        else if (std::isalnum(uint8_t(c)) || c == '_')
            word();
        else
            punctuation();
    }
    void skip_directive() {
        size_t end = m_at;
        do
            end = m_text.find('\n', end + 1);
        while (end != std::string_view::npos && m_text[end - 1] == '\\');
        advance_to(end);
    }
    void raw_string() {
        size_t open = m_text.find('(', m_at);
        std::string mark = ")" + std::string(m_text.substr(m_at + 2, open - m_at - 2)) + "\"";
        m_tokens.push_back({"", m_line});
        advance_behind(mark, open);
    }
    void literal(char quote) {
        size_t end = m_at + 1;
        while (end < m_text.size() && m_text[end] != quote)
            end += m_text[end] == '\\' ? 2 : 1;
        m_tokens.push_back({"", m_line});
        advance_to(end + 1);
    }
    void word() {
        size_t end = m_at;
        bool is_number = std::isdigit(uint8_t(peek()));
        while (end < m_text.size() && (std::isalnum(uint8_t(m_text[end])) || m_text[end] == '_' ||
                                       (is_number && (m_text[end] == '\'' || m_text[end] == '.'))))
            end++;
        m_tokens.push_back({std::string(m_text.substr(m_at, end - m_at)), m_line});
        m_at = end;
    }
    void punctuation() {
        m_tokens.push_back({std::string(1, peek()), m_line});
        m_at++;
    }

    std::string_view m_text;
    size_t m_at = 0;
    unsigned m_line = 1;
    std::vector<Token> m_tokens;
};

using Tokens = std::vector<Token>;

class Walk {
public:
    explicit Walk(Tokens tokens) : m_tokens(std::move(tokens)) {}

    std::vector<Function> run() {
        size_t at = 0;
        scope(at, "", true);
        return std::move(m_functions);
    }

private:
    const std::string& text(size_t index) const {
        static const std::string none;
        return index < m_tokens.size() ? m_tokens[index].text : none;
    }

    // The index behind the bracket that closes the one at `open`.
    size_t behind_bracket(size_t open) const {
        int depth = 0;
        for (size_t i = open; i < m_tokens.size(); i++) {
            const std::string& t = text(i);
            if (t == "(" || t == "[" || t == "{")
                depth++;
            else if ((t == ")" || t == "]" || t == "}") && --depth == 0)
                return i + 1;
        }
        return m_tokens.size();
    }
    // The same for the angle bracket of a template's parameters or arguments.
    size_t behind_angle(size_t open) const {
        int depth = 0;
        for (size_t i = open; i < m_tokens.size();) {
            const std::string& t = text(i);
            if (t == "(" || t == "[" || t == "{") {
                i = behind_bracket(i);
                continue;
            }
            depth += t == "<" ? 1 : t == ">" ? -1 : 0;
            i++;
            if (depth == 0)
                return i;
        }
        return m_tokens.size();
    }

    // What is known of the statement that begins at `begin`, up to its `;` or `{`.
    struct Statement {
        size_t begin = 0;
        size_t open = SIZE_MAX; // the parenthesis of the parameters
        size_t close = 0;       // behind it
        bool is_template = false, has_assignment = false, has_class = false, has_colon = false;
    };

    // Walks the statements of a namespace or class up to its closing brace.
    void scope(size_t& at, const std::string& path, bool is_namespace) {
        while (at < m_tokens.size() && text(at) != "}")
            statement(at, path, is_namespace);
        at++;
    }

    void statement(size_t& at, const std::string& path, bool is_namespace) {
        Statement seen;
        while (text(at) == "template" && text(at + 1) == "<") {
            seen.is_template = true;
            at = behind_angle(at + 1);
        }
        seen.begin = at;
        for (;;) {
            const std::string& t = text(at);
            if (at >= m_tokens.size() || t == "}")
                return;
            if (t == ";") {
                at++;
                return declaration(seen, path, is_namespace);
            }
            if (t == "{") {
                if (brace(seen, at, path, is_namespace))
                    return;
                continue;
            }
            step(seen, at, is_namespace);
        }
    }

    void step(Statement& seen, size_t& at, bool is_namespace) {
        const std::string& t = text(at);
        bool in_head = seen.open == SIZE_MAX && !seen.has_assignment;
        if (t == "(" || t == "[") {
            bool is_parameters = t == "(" && in_head && at > seen.begin && text(at - 1) != "decltype";
            if (is_parameters && text(at - 1) == "operator") { // operator()
                at += 2;
                return;
            }
            size_t end = behind_bracket(at);
            if (is_parameters) {
                seen.open = at;
                seen.close = end;
            }
            at = end;
            return;
        }
        if (t == "<" && in_head && at > seen.begin && m_tokens[at - 1].is_word() && text(at - 1) != "operator") {
            at = behind_angle(at);
            return;
        }
        bool is_operator =
            at > seen.begin && (text(at - 1) == "operator" || (at > seen.begin + 1 && text(at - 2) == "operator"));
        seen.has_assignment |= t == "=" && !is_operator;
        seen.has_class |= in_head && (t == "class" || t == "struct" || t == "union" || t == "enum");
        seen.has_colon |= t == ":" && text(at + 1) != ":" && text(at - 1) != ":" && seen.open != SIZE_MAX;
        bool is_access = t == ":" && !is_namespace && at == seen.begin + 1; // public:
        at++;
        if (is_access)
            seen.begin = at;
    }

    // An opening brace; true when it ended the statement.
    bool brace(Statement& seen, size_t& at, const std::string& path, bool is_namespace) {
        size_t begin = seen.begin;
        size_t end = behind_bracket(at);
        if (text(begin) == "namespace" || (text(begin) == "inline" && text(begin + 1) == "namespace") ||
            (text(begin) == "extern" && at == begin + 2)) {
            std::string inner = path;
            if (text(begin) == "namespace" && at == begin + 1)
                inner += "(anonymous)::";
            else if (text(begin) != "extern")
                for (size_t i = begin + 1; i < at; i++)
                    inner += text(i) == ":" ? (text(i - 1) == ":" ? "" : "::") : text(i);
            if (text(begin) != "extern" && at != begin + 1)
                inner += "::";
            at++;
            scope(at, inner, true);
            return true;
        }
        if (seen.has_class && seen.open == SIZE_MAX && !seen.has_assignment) {
            at++;
            if (std::ranges::none_of(m_tokens.begin() + long(begin), m_tokens.begin() + long(at), [](const Token& t) {
                    return t.text == "enum";
                }))
                scope(at, path + class_name(begin, at) + "::", false);
            else
                at = end;
            return false; // goes on to the `;`
        }
        bool is_member_initializer = seen.has_colon && m_tokens[at - 1].is_word();
        if (seen.open == SIZE_MAX || seen.has_assignment || is_member_initializer || text(at - 1) == "requires") {
            at = end;
            return false;
        }
        add(seen, path, is_namespace, m_tokens[end - 1].line);
        at = end;
        return true;
    }

    std::string class_name(size_t begin, size_t end) const {
        for (size_t i = begin; i + 1 < end; i++)
            if (text(i) == "class" || text(i) == "struct" || text(i) == "union")
                return m_tokens[i + 1].is_word() ? text(i + 1) : "(anonymous)";
        return "(anonymous)";
    }

    void declaration(const Statement& seen, const std::string& path, bool is_namespace) {
        static const std::set<std::string> no_function = {"using", "typedef", "friend", "static_assert", "extern",
                                                          "return"};
        if (seen.open != SIZE_MAX && !seen.has_assignment && !no_function.contains(text(seen.begin)))
            add(seen, path, is_namespace, 0);
    }

    void add(const Statement& seen, const std::string& path, bool is_namespace, unsigned last_line) {
        size_t name = seen.open - 1;
        if (!m_tokens[name].is_word()) // an operator, or a conversion to a pointer
            while (name > seen.begin && text(name) != "operator")
                name--;
        if (text(name) == ")" || (name == seen.begin && is_namespace))
            return; // a macro, or a pointer to a function
        std::string full;
        for (size_t i = name; i < seen.open; i++)
            full += text(i);
        while (name > seen.begin + 2 && text(name - 1) == ":" && text(name - 2) == ":") {
            name -= 3;
            full = text(name) + "::" + full;
        }
        bool is_internal = path.find("(anonymous)") != std::string::npos;
        for (size_t i = seen.begin; i < name; i++)
            is_internal |= text(i) == "static";
        Function function;
        function.name = path + full;
        function.parameters = parameters(seen.open + 1, seen.close - 1);
        function.line = m_tokens[seen.begin].line;
        function.is_defined = last_line != 0;
        function.length = last_line ? last_line - function.line + 1 : 0;
        function.is_free = is_namespace && !is_internal && !seen.is_template;
        function.is_member = !is_namespace && !is_internal && !seen.is_template;
        m_functions.push_back(std::move(function));
    }

    // "VM&,std::span<constValue>" of `VM& vm, std::span<const Value> arguments = {}`.
    std::string parameters(size_t begin, size_t end) const {
        std::string all;
        for (size_t i = begin; i < end;) {
            size_t stop = i; // behind this parameter's type and name
            size_t next = i; // the comma
            bool in_default = false;
            while (next < end && text(next) != ",") {
                in_default |= text(next) == "=";
                bool is_bracket = text(next) == "(" || text(next) == "[" || text(next) == "{";
                bool is_angle = text(next) == "<" && next > i && m_tokens[next - 1].is_word();
                next = is_angle ? behind_angle(next) : is_bracket ? behind_bracket(next) : next + 1;
                if (!in_default)
                    stop = next;
            }
            all += type_text(i, stop) + ",";
            i = next + 1;
        }
        return all;
    }
    std::string type_text(size_t begin, size_t end) const {
        static const std::set<std::string> words = {"const", "unsigned", "signed", "long", "int", "char", "short",
                                                    "bool", "double", "float", "void", "auto", "struct"};
        size_t last = end - 1;
        bool has_name = end > begin + 1 && m_tokens[last].is_word() && !words.contains(text(last)) &&
                        text(last - 1) != ":" && text(last - 1) != "const" && text(last - 1) != "struct";
        std::string type;
        for (size_t i = begin; i < (has_name ? last : end); i++) {
            if (text(i + 1) == ":" && text(i + 2) == ":")
                i += 2; // a namespace: not everybody has to name it
            else
                type += text(i);
        }
        return type;
    }

    Tokens m_tokens;
    std::vector<Function> m_functions;
};

} // namespace

std::vector<Function> functions_of(std::string_view text) { return Walk(Tokenizer(text).run()).run(); }

} // namespace structure
