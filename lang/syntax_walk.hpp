// SPDX-License-Identifier: MIT
//
// A second look at the line that the grammar could not accept. Bison knows the token that does not fit, but not what
// the author meant; this reader goes over the line again, from its beginning, by recursive descent with backtracking,
// and stops at the first known mistake: a missing comma, `=` for `==`, `print x`, a key without a colon.
//
// It reads only as exactly as that needs: it accepts what the grammar refuses on semantic grounds, and it gives up on
// lines that are very long or nested very deeply. It runs only when there is an error to report.
//
// CPython finds its messages in two passes, and so do we, because it decides which of two mistakes is reported: the
// first pass knows those of dictionary displays and some missing colons, the second all of them.
//
// syntax_walk.cpp reads expressions, syntax_brackets.cpp what stands in brackets, syntax_statements.cpp statements.
#pragma once

#include "lang/diagnostics.hpp"
#include "lang/layout.hpp"
#include "lang/token.hpp"

#include <cstdint>
#include <optional>
#include <string>
#include <unordered_map>
#include <vector>

namespace ouro::lang {

// What a part of the line is, as far as messages name it.
enum class Shape : uint8_t {
    Nothing,
    Name,
    Attribute,
    Subscript,
    Call,
    Literal,
    True,
    False,
    None,
    Ellipsis,
    FString,
    TString,
    Tuple,
    List,
    Dict,
    Set,
    Generator,
    ListComprehension,
    SetComprehension,
    DictComprehension,
    Operation,
    Comparison,
    Conditional,
    Lambda,
    Named,
    Yield,
    Await,
    Starred,
};

// "function call", "literal": how a message calls a part of this shape.
const char* describe(Shape shape);

class SyntaxWalk {
public:
    // Reads the logical line that begins with tokens[line]. The line's tokens before `failing` are known to fit.
    SyntaxWalk(const Tokenized& tokenized, size_t line);

    // The first mistake, or nothing.
    std::optional<SyntaxError> run();

    // The last token that had to be looked at.
    size_t furthest() const { return m_furthest; }
    // The same for the first pass: where the line stops being Python, at the latest. Bison may have come further,
    // because grammar.yy accepts more than Python where its actions check what was read.
    size_t stop() const { return m_stop; }

private:
    // A part that was recognised: tokens[first..last] are what messages mark, `next` is the token behind it. A part in
    // parentheses is marked without them.
    struct Part {
        uint32_t first = 0;
        uint32_t last = 0;
        uint32_t next = 0;
        Shape shape = Shape::Nothing;
        explicit operator bool() const { return shape != Shape::Nothing; }
    };
    using Memo = std::unordered_map<size_t, Part>;

    // Every token is looked at through this: it keeps to what CPython has read, and ends the walk after an error.
    TokenKind kind(size_t index);
    bool is(size_t index, TokenKind wanted) { return kind(index) == wanted; }
    bool is_name(size_t index, std::string_view name);
    const Token& token(size_t index) const { return m_tokens[index]; }
    uint32_t level(size_t index) const;
    static Part part(size_t first, size_t next, Shape shape) {
        return {static_cast<uint32_t>(first), static_cast<uint32_t>(next - 1), static_cast<uint32_t>(next), shape};
    }

    // Errors. The first one stays. Each returns "nothing was recognised".
    Part fail(Span span, std::string message);
    Part fail_at(size_t index, std::string message);
    Part fail_range(size_t first, size_t last, std::string message);
    Span span_of(size_t first, size_t last) const { return token(first).span + token(last).span; }

    // Expressions (syntax_walk.cpp).
    Part expression(size_t at);
    Part unchecked_expression(size_t at);
    void check_expression(size_t at);
    void check_inner_quotes(size_t at);
    void check_missing_comma(size_t at);
    void check_conditional(size_t at);
    void check_statement_in_conditional(size_t at);
    void check_legacy_call(size_t at);
    Part disjunction(size_t at);
    Part read_disjunction(size_t at);
    Part inversion(size_t at);
    void check_negated_operand(size_t operation);
    Part comparison(size_t at);
    size_t comparison_operator(size_t at);
    Part bitwise_or(size_t at);
    Part operand(size_t at);
    Part primary(size_t at);
    Part atom(size_t at);
    Part lambda(size_t at);
    Part named_expression(size_t at);
    Part read_named_expression(size_t at);
    void check_named_expression(size_t at);
    bool is_tuple_or_list(size_t at);
    Part assignment_expression(size_t at);
    Part star_expression(size_t at);
    Part star_expressions(size_t at);
    Part star_named(size_t at);
    Part star_named_list(size_t at);
    Part yield_expression(size_t at);
    Part right_side(size_t at);
    Part strings(size_t at);
    Part fstring(size_t at);
    Part field(size_t at, const char* word);
    Part field_head(size_t at, const char* word);
    Part format_spec(size_t at, const char* word);

    // Brackets (syntax_brackets.cpp).
    Part parenthesized(size_t at);
    Part group(size_t at);
    Part generator(size_t at);
    Part list_display(size_t at);
    Part braces(size_t at);
    Part dict_display(size_t at);
    Part key_value(size_t at);
    void check_key_value(size_t at);
    void check_dict_display(size_t at);
    Part comprehension(size_t at, Shape shape, TokenKind closer);
    void check_comprehension(size_t at);
    Part clauses(size_t at);
    Part clause(size_t at);
    Part target_list(size_t at);
    Part starred(size_t at);
    Part subscript(size_t at);
    Part slice(size_t at);
    Part call(size_t at);
    Part arguments(size_t at);
    Part argument_list(size_t at);
    Part positional(size_t at);
    Part keyword_arguments(size_t at);
    Part keyword_argument(size_t at);
    void check_keyword_argument(size_t at);
    void check_arguments(size_t at);
    Part parameters(size_t at, bool is_lambda);
    Part parameter(size_t at, bool is_lambda);
    void check_parenthesized_parameters(size_t at, bool is_lambda);
    Part type_parameters(size_t at);

    // Statements (syntax_statements.cpp).
    void statement(size_t at);
    void simple_statements(size_t at);
    size_t simple_statement(size_t at);
    size_t expression_statement(size_t at);
    size_t behind(const Part& part) const { return part ? part.next : 0; }
    void check_no_assignment(size_t at);
    void fail_missing_names(size_t line_end);
    size_t import_statement(size_t at);
    size_t from_statement(size_t at);
    void check_imported_names(size_t at);
    void check_import_alias(size_t at);
    size_t names(size_t at);
    void block(size_t at);
    void forced_block(size_t at);
    void condition(size_t at);
    void for_statement(size_t at);
    void with_statement(size_t at);
    size_t with_items(size_t at);
    void except_clause(size_t at);
    void function(size_t at);
    void class_statement(size_t at);
    void match_statement(size_t at);
    void case_clause(size_t at);
    void check_pattern_targets(size_t first, size_t end);

    const Tokenized& m_tokenized;
    const std::vector<Token>& m_tokens;
    const size_t m_line;
    std::vector<uint32_t> m_levels; // how many brackets are open behind each token of the line
    bool m_checks = false;          // whether all mistakes are looked for: the second pass
    bool m_gave_up = false;
    bool m_is_exact = true; // no part of the line was skipped
    size_t m_depth = 0;
    size_t m_furthest = 0;
    size_t m_stop = SIZE_MAX;
    Memo m_expressions[2]; // by m_checks
    Memo m_disjunctions[2];
    Memo m_named[2];
    std::optional<SyntaxError> m_error;
};

} // namespace ouro::lang
