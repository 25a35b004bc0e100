// SPDX-License-Identifier: MIT
//
// What the actions of grammar.yy call: the Builder makes AST nodes and raises the errors that CPython's parser finds
// beyond plain syntax.
//
// Lists under construction live on one stack inside the Builder. A Mark says where a list begins; LR parsing finishes
// inner lists before it goes on with outer ones, so each list is on top when it is taken. An error does not stop the
// parser at once: the first one is kept, builders go on returning usable nodes, and the next token ends the parse.
//
// parse_actions.cpp has statements, expressions and lists; parse_arguments.cpp parameters and calls; parse_strings.cpp
// strings and f-strings; parse_patterns.cpp patterns; targets.cpp what may be assigned to or deleted.
#pragma once

#include "lang/ast.hpp"
#include "lang/diagnostics.hpp"
#include "lang/layout.hpp"
#include "lang/source.hpp"
#include "lang/targets.hpp"
#include "lang/token.hpp"

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <utility>
#include <vector>

namespace ouro::lang {

enum class ParseMode : uint8_t;

// Where the items of a list begin on the Builder's stack.
struct Mark {
    uint32_t index = 0;
};

// One item of a list under construction; the tag's meaning is the list's own.
struct Entry {
    const void* item = nullptr;
    uint32_t tag = 0;
};

using Block = List<Stmt*>;

// Tags of call arguments. Positional arguments and the generator are Expr*, the others Keyword*.
struct Argument {
    enum Kind : uint32_t { Positional, Generator, Named, DoubleStar };
};

struct CallArguments {
    List<Expr*> args;
    List<Keyword*> keywords;
};

// One item between the parentheses of a function definition; Star without `arg` is the bare `*`.
struct Parameter : Node {
    enum Kind : uint8_t { Plain, Star, DoubleStar, Slash };
    Kind kind = Plain;
    Arg* arg = nullptr;
    Expr* default_value = nullptr;
};

// A replacement field of an f-string or t-string.
struct Field : Node {
    Expr* value = nullptr;
    const Token* before_value = nullptr;
    const Token* behind_value = nullptr;
    Constant* debug = nullptr; // `x = ` of `{x = }`
    int conversion = -1;
    JoinedStr* format_spec = nullptr;
};

class Builder {
public:
    Builder(const Source& source, const Tokenized& tokenized, Arena& arena, ParseMode mode)
        : m_source(source), m_tokenized(tokenized), m_arena(arena), m_mode(mode) {}

    // ---- The parser's side (parser.cpp) ----

    // The symbols that may be on Bison's stack at once. What is right-nested (operators, lambdas, brackets, blocks)
    // keeps its beginnings there, so this bounds the depth of the AST, left operands and `elif` chains excepted, and
    // with it the recursion of all passes over it.
    static constexpr size_t MAX_DEPTH = 3000;

    // The next token, or null where parsing must stop: after an error, or when `depth` symbols are too many.
    const Token* next_token(size_t depth);
    // True once, before the first token: then the parser gets the start symbol of mode().
    bool begin() { return !std::exchange(m_started, true); }
    // Records that the grammar cannot accept the token just read.
    void syntax_error();
    // Records an error unless there is one already.
    void fail(std::string message, Span span);
    void fail_single(Span second) { fail("multiple statements found while compiling a single statement", second); }
    Mark fail_import_comma(Mark names);
    List<TypeParam*> fail_type_params(Span closing);
    Expr* fail_dict_unpacking(Expr* value, Span stars);
    Mark fail_dict_value(Mark items, Span star);
    bool failed() const { return m_error.has_value(); }
    // The token that the grammar could not accept, unless another error came first.
    const Token* refused() const { return m_refused; }
    SyntaxError take_error() { return std::move(*m_error); }
    Module module() const { return {m_body}; }
    ParseMode mode() const { return m_mode; }

    void finish(Mark statements) { m_body = take<Stmt>(statements); }
    void finish_expression(Expr* value);

    // ---- Lists ----

    Mark open() const { return {static_cast<uint32_t>(m_stack.size())}; }
    Mark open(const void* item) { return add(open(), Entry{item, 0}); }
    Mark open(Entry entry) { return add(open(), entry); }
    Mark add(Mark mark, const void* item) { return add(mark, Entry{item, 0}); }
    Mark add(Mark mark, Entry entry) {
        m_stack.push_back(entry);
        return mark;
    }
    void add_statement(Stmt* statement) { m_stack.push_back({statement, 0}); }
    // The list that begins at `mark`, moved to the arena.
    template <class T>
    List<T*> take(Mark mark) {
        List<T*> items = peek<T>(mark);
        m_stack.resize(mark.index);
        return items;
    }
    List<Name> take_names(Mark mark);

    // ---- Statements ----

    template <class T>
    T* make(Span span) {
        return m_arena.make<T>(span);
    }
    Stmt* expression_statement(Expr* value, Span span);
    // The first target of an assignment, whose sign is `equal`, and the others.
    Expr* first_target(Expr* target, const Token* equal);
    Expr* assign_target(Expr* target);
    Expr* yield_target(Expr* yield);
    Stmt* assign(Mark targets, Expr* value, Span span);
    Stmt* annotated(Expr* target, Expr* annotation, Expr* value, Span colon, Span span);
    Stmt* augmented(Expr* target, Operator op, Expr* value, Span span);
    Stmt* return_value(Expr* value, Span span);
    Stmt* raise(Expr* exc, Expr* cause, Span span);
    Stmt* assertion(Expr* test, Expr* msg, Span span);
    Stmt* del(Expr* targets, Span span);
    Stmt* global(Mark names, Span span);
    Stmt* nonlocal(Mark names, Span span);
    Stmt* import(Mark names, Span span);
    Stmt* import_from(uint32_t level, Name module, Mark names, Span span);
    Stmt* type_alias(const Token* name, List<TypeParam*> type_params, Expr* value, Span span);
    Name dotted(Mark parts);
    Alias* alias(Name name, const Token* asname, Span span);
    Alias* star_alias(Span span);

    Stmt* async_statement(Stmt* statement, Span span);
    Stmt* decorate(Mark decorators, Stmt* definition);
    If* elif(Expr* test, Block body, Span span);
    Stmt* if_statement(Expr* test, Block body, Mark elifs, Block orelse, Span span);
    Stmt* while_statement(Expr* test, Block body, Block orelse, Span span);
    Stmt* for_statement(Expr* target, Expr* iter, Block body, Block orelse, Span span);
    Mark add_with_target(Mark items, Expr* target);
    // `with` without an `as` inside parentheses; `items_span` tells `(a, b)` from `((a, b))`.
    Stmt* with_statement(Mark items, Block body, Span items_span, Span span);
    Stmt* with_parenthesized(Mark items, Block body, Span span);
    Stmt* try_statement(Block body, Mark handlers, Block orelse, Block finalbody, Span span);
    Entry handler(Expr* type, const Token* name, Block body, Span span);
    Entry star_handler(Expr* type, const Token* name, Block body, Span span);
    Stmt* function(const Token* name, List<TypeParam*> type_params, Arguments* arguments, Expr* returns, Block body,
                   Span span);
    Stmt* class_statement(const Token* name, List<TypeParam*> type_params, CallArguments arguments, Block body,
                          Span span);

    // ---- Parameters and arguments (parse_arguments.cpp) ----

    // `arg_span` leaves out stars and the default value.
    Parameter* parameter(Parameter::Kind kind, const Token* name, Expr* annotation, Expr* default_value,
                         Span arg_span, Span span);
    Parameter* parameter(Parameter::Kind kind, Span span); // `/` or a bare `*`
    // The parameters of a `def`, or of a lambda, whose messages differ. Errors: their order, missing defaults.
    Arguments* parameters(Mark items, bool is_lambda = false);
    TypeParam* type_param(TypeParamKind kind, const Token* name, Expr* bound, Expr* default_value, Span span);
    List<TypeParam*> type_params(Mark items);
    // Unlike elsewhere, only a plain name gets as far as the message about what `:=` can assign to.
    Expr* named_argument(Expr* target, Expr* value, Span sign, Span span);
    Keyword* keyword(Expr* name, Expr* value, Span equal, Span span);
    Keyword* double_star(Expr* value, Span span);
    Expr* call(Expr* func, Span span);
    // Called right after the closing bracket. Errors: the arguments' order, generators that need parentheses.
    Expr* call(Expr* func, Mark arguments, bool trailing_comma, Span opening, Span span);
    CallArguments class_arguments(Mark arguments, bool trailing_comma, Span closing);

    // ---- Patterns (parse_patterns.cpp) ----

    Expr* subject(Mark elements, bool trailing_comma, Span span);
    Stmt* match_statement(Expr* subject, Mark cases, Span span);
    MatchCase* match_case(Pattern* pattern, Expr* guard, Block body, Span span);
    Pattern* open_sequence(Mark patterns, bool trailing_comma, Span span);
    Pattern* match_group(Mark patterns, Span span);
    Pattern* match_sequence(Mark patterns, Span span);
    Pattern* match_star(const Token* name, Span span);
    Pattern* match_as(Pattern* pattern, Expr* target, Span span);
    Pattern* match_or(Mark alternatives, Span span);
    Pattern* match_capture(const Token* name, Span span);
    Pattern* match_value(Expr* value, Span span);
    Pattern* match_singleton(Literal::Kind kind, Span span);
    Mark add_mapping_rest(Mark items, const Token* name);
    Pattern* match_mapping(Mark items, Span span);
    Mark add_keyword_pattern(Mark items, const Token* name, Pattern* pattern);
    Pattern* match_class(Expr* cls, Mark items, Span span);
    Expr* pattern_strings(Mark pieces, Span span);
    Expr* negative(const Token* number, Span span);
    Expr* complex_pattern(Expr* real, Operator op, const Token* imaginary, Span span);

    // ---- Expressions ----

    Expr* name(const Token* token);
    Expr* constant(const Token* token);
    Expr* singleton(Literal::Kind kind, Span span);
    Expr* tuple(Mark elements, Span span);
    Expr* parenthesized_tuple(Mark elements, Span span);
    Expr* parenthesized(Expr* value);
    Expr* group(Mark elements, Span span);
    Expr* list(Mark elements, Span span);
    Expr* set(Mark elements, Span span);
    Expr* dict(Mark items, Span span);
    Expr* starred(Expr* value, Span span);
    Expr* named(Expr* target, Expr* value, Span span);
    Expr* yield(Expr* value, Span span);
    Expr* yield_from(Expr* value, Span span);
    Expr* conditional(Expr* test, Expr* body, Expr* orelse, Span span);
    Expr* lambda(Arguments* arguments, Expr* body, Span span);
    Mark add_comparison(Mark chain, CompareOperator op, Expr* right);
    Expr* compare(Mark chain, Span span);
    Expr* boolean(BoolOperator op, Mark chain, Span span);
    Expr* unary(UnaryOperator op, Expr* operand, Span span);
    Expr* binary(Expr* left, Operator op, Expr* right, Span span);
    Expr* await(Expr* value, Span span);
    Expr* attribute(Expr* value, const Token* name, Span span);
    Expr* subscript(Expr* value, Expr* index, Span span);
    Expr* slices(Mark items, bool trailing_comma, Span span);
    // `first_colon` begins the node where there is no lower bound.
    Expr* slice(Expr* lower, Expr* upper, Expr* step, Span first_colon, Span span);

    Expr* loop_target(Expr* target);
    Comprehension* clause(Expr* target, Expr* iter, Mark conditions, bool is_async, Span span);
    Expr* generator(Expr* element, Mark clauses, Span span);
    Expr* list_comprehension(Expr* element, Mark clauses, Span span);
    Expr* set_comprehension(Expr* element, Mark clauses, Span span);
    Expr* dict_comprehension(Expr* key, Expr* value, Mark clauses, Span span);

    // ---- Strings (parse_strings.cpp) ----

    // Adjacent literals made one. Errors: bytes beside text, t-strings beside others.
    Expr* strings(Mark pieces, Span span);
    JoinedStr* joined(Mark parts, Span span);
    Expr* template_string(Mark parts, Span span);
    Mark add_text(Mark parts, const Token* token);
    Mark add_formatted(Mark parts, Field* field);
    Mark add_interpolation(Mark parts, Field* field);
    // `{value = !conversion: format_spec}`; `left` and `right` are what stands around the value and its `=`.
    Field* field(const Token* left, Expr* value, const Token* equal, const Token* conversion, const Token* right,
                 JoinedStr* format_spec, Span span);

private:
    template <class T>
    List<T*> peek(Mark mark) {
        size_t count = m_stack.size() - mark.index;
        if (count == 0)
            return {};
        T** items = m_arena.array<T*>(count);
        for (size_t i = 0; i < count; i++)
            items[i] = item<T>(mark.index + i);
        return {items, count};
    }
    template <class T>
    T* item(size_t index) const {
        return static_cast<T*>(const_cast<void*>(m_stack[index].item));
    }
    size_t count(Mark mark) const { return m_stack.size() - mark.index; }
    template <class T>
    List<T*> single(T* item) {
        T** items = m_arena.array<T*>(1);
        *items = item;
        return {items, 1};
    }
    using ParameterList = List<Parameter*>;

    // The first token that begins at `position` or after it.
    const Token* token_from(Position position) const;
    void convert(Expr* expr, TargetKind kind);
    void fail_assignment(const Expr* target, const Expr* invalid, const Token* equal);
    void check_annotated(const Expr* target);
    const TupleExpr* tuple_of_items(Mark items, Span items_span) const;
    With* make_with(Mark items, Block body, Span span);
    void check_comprehension_element(const Expr* element);
    void check_slash(const ParameterList& list, size_t index, bool seen_slash, bool seen_star);
    void check_star(const ParameterList& list, size_t index, bool seen_star, bool is_lambda);
    void check_parameters(const ParameterList& list, bool is_lambda);
    void check_arguments(Mark arguments, bool trailing_comma, Span closing);
    CallArguments split_arguments(Mark arguments);
    bool check_string_kinds(Mark pieces);
    Constant* text_constant(Literal::Kind kind, Text text, Span span);
    Constant* join_constants(const std::vector<Expr*>& pieces, size_t first, size_t last);
    List<Expr*> fold_constants(const std::vector<Expr*>& pieces);
    std::vector<Expr*> take_parts(Mark parts);

    const Source& m_source;
    const Tokenized& m_tokenized;
    Arena& m_arena;
    const ParseMode m_mode;
    bool m_started = false;
    size_t m_next = 0;
    const Token* m_current = nullptr; // the last token that the parser asked for
    const Token* m_refused = nullptr;
    std::vector<Entry> m_stack;
    Block m_body;
    std::optional<SyntaxError> m_error;
};

} // namespace ouro::lang
