// SPDX-License-Identifier: MIT
//
// One walk over the tree, in the order of the text. Nodes wait on a stack of our own, because left operands and `elif`
// chains may be nested without limit; with each goes what its surroundings allow.
#include "lang/checks.hpp"

#include "lang/subset.hpp"
#include "lang/syntax_warnings.hpp"

#include <algorithm>
#include <iterator>
#include <type_traits>
#include <unordered_set>

namespace ouro::lang {

namespace {

// What the place of a node allows.
enum Place : uint8_t {
    IN_FUNCTION = 1,
    IN_LOOP = 2,        // with no `except*` in between
    IN_EXCEPT_STAR = 4, // in this function
    STAR_ALLOWED = 8,   // `*value` may stand here
    IN_FINALLY = 16,    // with no function or loop in between
};

constexpr uint8_t STATEMENT_PLACE = IN_FUNCTION | IN_LOOP | IN_EXCEPT_STAR | IN_FINALLY;

class Checker {
public:
    explicit Checker(std::vector<SyntaxWarning>& warnings) : m_warnings(warnings) {}
    std::optional<SyntaxError> check(const Module& module);

private:
    struct Item {
        enum Type : uint8_t { Statement, Expression, PatternNode };
        const Node* node;
        Type type;
        uint8_t place;
    };

    void fail(std::string message, Span span) {
        if (!m_error)
            m_error = SyntaxError{SyntaxError::Type::SyntaxError, std::move(message), span};
    }
    void refuse(const Refusal& refusal) {
        if (refusal.what)
            fail(std::string(refusal.what) + " are not supported by Ouro", refusal.span);
    }

    // Children are put on the stack in order; visit() turns them around.
    void push(const Stmt* node) { push_node(node, Item::Statement); }
    void push(const Expr* node) { push_node(node, Item::Expression); }
    void push(const Pattern* node) { push_node(node, Item::PatternNode); }
    void push(const Arg* arg) { // the grammar gives a star to `*args: *Ts` only
        if (arg)
            push_in(STAR_ALLOWED, arg->annotation);
    }
    template <class T>
        requires(!std::is_base_of_v<Stmt, T> && !std::is_base_of_v<Expr, T> && !std::is_base_of_v<Pattern, T>)
    void push(const T* helper) {
        if (helper)
            push_fields(*helper);
    }
    template <class T>
    void push(List<T*> items) {
        for (const T* item : items)
            push(item);
    }
    void push(const Literal&) {}
    template <class T>
        requires(!std::is_pointer_v<T>)
    void push(const T&) {} // names, flags, operators
    void push(Name) {}
    void push_node(const Node* node, Item::Type type) {
        if (node)
            m_stack.push_back({node, type, m_place});
    }
    template <class T>
    void push_in(uint8_t place, const T& child) {
        uint8_t outer = std::exchange(m_place, place);
        push(child);
        m_place = outer;
    }

#define F(type, name) push(node.name);
#define STMT(name, fields)                                                                                             \
    void push_fields([[maybe_unused]] const name& node) { fields }
#define EXPR(name, fields) STMT(name, fields)
#define PATTERN(name, fields) STMT(name, fields)
#define HELPER(name, fields) STMT(name, fields)
#include "lang/ast.def"
#undef F
    void push_children(const Stmt& node);
    void push_children(const Expr& node);
    void push_children(const Pattern& node);

    void visit(const Item& item);
    void visit(const Stmt& node);
    void visit(const Expr& node, uint8_t place);
    void visit_function(const FunctionDef& node);
    void visit_class(const ClassDef& node);
    void visit_try(const Try& node);
    void visit_loop_body(List<Stmt*> body);
    void visit_jump(const Stmt& node, const char* name, const char* outside);
    void warn(std::optional<SyntaxWarning> warning) {
        if (warning)
            m_warnings.push_back(std::move(*warning));
    }
    // `return`, `break` or `continue` out of a `finally` block loses the exception under way (PEP 765).
    void warn_of_jump(const Stmt& node, const char* name) {
        warn(SyntaxWarning{"'" + std::string(name) + "' in a 'finally' block", node.span});
    }
    void visit_elements(const Expr& node, List<Expr*> elements, Context context);
    void visit_call(const Call& node);
    void check_keywords(List<Keyword*> keywords);

    void check_future(const Module& module);
    void check_features(const ImportFrom& node);
    void visit_import(const ImportFrom& node);

    std::vector<Item> m_stack;
    uint8_t m_place = 0;           // of the children being pushed
    const Stmt* m_after = nullptr; // the first statement behind the future imports
    bool m_futures_over = false;   // whether it has been reached
    std::optional<SyntaxError> m_error;
    std::vector<SyntaxWarning>& m_warnings;
};

#define DISPATCH(name)                                                                                                 \
    case Kind::name:                                                                                                   \
        return push_fields(static_cast<const name&>(node));

void Checker::push_children(const Stmt& node) {
    using Kind = StmtKind;
    switch (node.kind) {
#define STMT(name, fields) DISPATCH(name)
#include "lang/ast.def"
    }
}

void Checker::push_children(const Expr& node) {
    using Kind = ExprKind;
    switch (node.kind) {
#define EXPR(name, fields) DISPATCH(name)
#include "lang/ast.def"
    }
}

void Checker::push_children(const Pattern& node) {
    using Kind = PatternKind;
    switch (node.kind) {
#define PATTERN(name, fields) DISPATCH(name)
#include "lang/ast.def"
    }
}

#undef DISPATCH

// ---- Future imports (Language Reference 7.11.1) ----

bool is_future(const Stmt* statement) {
    auto* import = as<ImportFrom>(statement);
    return import && import->level == 0 && import->module && *import->module == "__future__";
}

bool is_docstring(const Stmt* statement) {
    auto* expression = as<ExprStmt>(statement);
    auto* constant = expression ? as<Constant>(expression->value) : nullptr;
    return constant && constant->value.kind == Literal::Kind::Str;
}

void Checker::check_features(const ImportFrom& node) {
    static constexpr std::string_view FEATURES[] = {
        "nested_scopes",  "generators",       "division",       "absolute_import", "with_statement",
        "print_function", "unicode_literals", "barry_as_FLUFL", "generator_stop",  "annotations"};
    for (const Alias* alias : node.names) {
        if (*alias->name == "braces")
            fail("not a chance", alias->span);
        else if (std::find(std::begin(FEATURES), std::end(FEATURES), *alias->name) == std::end(FEATURES))
            fail("future feature " + *alias->name + " is not defined", alias->span);
    }
}

void Checker::check_future(const Module& module) {
    const Stmt* const* statement = module.body.begin();
    if (statement != module.body.end() && is_docstring(*statement))
        statement++;
    for (; statement != module.body.end() && is_future(*statement); statement++)
        check_features(static_cast<const ImportFrom&>(**statement));
    if (statement != module.body.end())
        m_after = *statement;
}

void Checker::visit_import(const ImportFrom& node) {
    if (m_futures_over && is_future(&node))
        fail("from __future__ imports must occur at the beginning of the file", node.span);
}

// ---- Statements ----

void Checker::visit_function(const FunctionDef& node) {
    push(node.decorators);
    push(node.arguments);
    push(node.returns);
    push_in(IN_FUNCTION, node.body);
}

void Checker::visit_class(const ClassDef& node) {
    check_keywords(node.keywords);
    push(node.decorators);
    push_in(STAR_ALLOWED, node.bases);
    push(node.keywords);
    push_in(0, node.body);
}

void Checker::visit_try(const Try& node) {
    uint8_t here = m_place;
    push(node.body);
    for (const ExceptHandler* handler : node.handlers) {
        if (!handler->type && handler != node.handlers.back())
            fail("default 'except:' must be last", handler->span);
        push(handler->type);
        push_in(node.is_star ? (here & ~IN_LOOP) | IN_EXCEPT_STAR : here, handler->body);
    }
    push(node.orelse);
    push_in(here | IN_FINALLY, node.finalbody);
}

void Checker::visit_loop_body(List<Stmt*> body) { push_in((m_place | IN_LOOP) & ~IN_FINALLY, body); }

// `break` and `continue`.
void Checker::visit_jump(const Stmt& node, const char* name, const char* outside) {
    if (m_place & IN_FINALLY)
        warn_of_jump(node, name);
    if (m_place & IN_LOOP)
        return;
    bool in_star = m_place & IN_EXCEPT_STAR;
    fail(in_star ? "'break', 'continue' and 'return' cannot appear in an except* block" : outside, node.span);
}

void Checker::visit(const Stmt& node) {
    refuse(refused(node));
    switch (node.kind) {
    case StmtKind::FunctionDef:
        return visit_function(static_cast<const FunctionDef&>(node));
    case StmtKind::ClassDef:
        return visit_class(static_cast<const ClassDef&>(node));
    case StmtKind::For: {
        auto& loop = static_cast<const For&>(node);
        push(loop.target);
        push(loop.iter);
        visit_loop_body(loop.body);
        return push(loop.orelse);
    }
    case StmtKind::While: {
        auto& loop = static_cast<const While&>(node);
        push(loop.test);
        visit_loop_body(loop.body);
        return push(loop.orelse);
    }
    case StmtKind::Try:
        return visit_try(static_cast<const Try&>(node));
    case StmtKind::Break:
        return visit_jump(node, "break", "'break' outside loop");
    case StmtKind::Continue:
        return visit_jump(node, "continue", "'continue' not properly in loop");
    case StmtKind::Assert:
        warn(warning_about(static_cast<const Assert&>(node)));
        return push_children(node);
    case StmtKind::Return:
        if (m_place & IN_FINALLY)
            warn_of_jump(node, "return");
        if ((m_place & IN_FUNCTION) && (m_place & IN_EXCEPT_STAR))
            fail("'break', 'continue' and 'return' cannot appear in an except* block", node.span);
        return push_children(node);
    case StmtKind::ImportFrom:
        return visit_import(static_cast<const ImportFrom&>(node));
    case StmtKind::Match:
        if (!m_error)
            m_error = check_match(static_cast<const Match&>(node));
        return push_children(node);
    default:
        return push_children(node);
    }
}

// ---- Expressions ----

// Elements of a list, tuple or set. A target takes one star at most.
void Checker::visit_elements(const Expr& node, List<Expr*> elements, Context context) {
    if (context == Context::Store &&
        std::count_if(elements.begin(), elements.end(), [](Expr* e) { return e->kind == ExprKind::Starred; }) > 1)
        fail("multiple starred expressions in assignment", node.span);
    push_in(STAR_ALLOWED, elements);
}

void Checker::check_keywords(List<Keyword*> keywords) {
    constexpr size_t FEW = 8;
    std::unordered_set<Name> seen;
    for (size_t i = 0; i < keywords.size(); i++) {
        Name name = keywords[i]->arg;
        if (!name)
            continue;
        if (*name == "__debug__")
            fail("cannot assign to __debug__", keywords[i]->span);
        bool repeated = keywords.size() > FEW
                            ? !seen.insert(name).second
                            : std::any_of(keywords.begin(), keywords.begin() + i,
                                          [name](const Keyword* earlier) { return earlier->arg == name; });
        if (repeated)
            fail("keyword argument repeated: " + *name, keywords[i]->span);
    }
}

void Checker::visit_call(const Call& node) {
    check_keywords(node.keywords);
    push(node.func);
    push_in(STAR_ALLOWED, node.args);
    push(node.keywords);
}

void Checker::visit(const Expr& node, uint8_t place) {
    refuse(refused(node));
    warn(warning_about(node));
    switch (node.kind) {
    case ExprKind::Starred:
        if (!(place & STAR_ALLOWED))
            fail(static_cast<const Starred&>(node).context == Context::Store
                     ? "starred assignment target must be in a list or tuple"
                     : "can't use starred expression here",
                 node.span);
        return push_children(node);
    case ExprKind::ListExpr: {
        auto& list = static_cast<const ListExpr&>(node);
        return visit_elements(node, list.elements, list.context);
    }
    case ExprKind::TupleExpr: {
        auto& tuple = static_cast<const TupleExpr&>(node);
        return visit_elements(node, tuple.elements, tuple.context);
    }
    case ExprKind::Set:
        return visit_elements(node, static_cast<const Set&>(node).elements, Context::Load);
    case ExprKind::Call:
        return visit_call(static_cast<const Call&>(node));
    case ExprKind::Attribute: {
        auto& attribute = static_cast<const Attribute&>(node);
        if (attribute.context == Context::Store && *attribute.attr == "__debug__")
            fail("cannot assign to __debug__", node.span);
        return push(attribute.value);
    }
    default:
        return push_children(node);
    }
}

// ---- The walk ----

void Checker::visit(const Item& item) {
    auto first_child = static_cast<std::ptrdiff_t>(m_stack.size());
    m_place = item.place & STATEMENT_PLACE;
    switch (item.type) {
    case Item::Statement:
        m_futures_over |= item.node == m_after;
        visit(*static_cast<const Stmt*>(item.node));
        break;
    case Item::Expression:
        visit(*static_cast<const Expr*>(item.node), item.place);
        break;
    case Item::PatternNode:
        push_children(*static_cast<const Pattern*>(item.node));
        break;
    }
    std::reverse(m_stack.begin() + first_child, m_stack.end());
}

std::optional<SyntaxError> Checker::check(const Module& module) {
    check_future(module);
    push(module.body);
    std::reverse(m_stack.begin(), m_stack.end());
    while (!m_stack.empty() && !m_error) {
        Item item = m_stack.back();
        m_stack.pop_back();
        visit(item);
    }
    return std::move(m_error);
}

} // namespace

std::optional<SyntaxError> check_module(const Module& module, std::vector<SyntaxWarning>& warnings) {
    return Checker(warnings).check(module);
}

} // namespace ouro::lang
