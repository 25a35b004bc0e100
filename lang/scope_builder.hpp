// SPDX-License-Identifier: MIT
//
// The walk that makes scopes: private to scope.cpp (names, blocks, comprehensions) and scope_visit.cpp (one case per
// kind of node).
#pragma once

#include "lang/scope.hpp"

#include <utility>

namespace ouro::lang {

class ScopeBuilder {
public:
    ScopeBuilder(ScopeTree& tree, Arena& arena, const ScopeOptions& options)
        : m_tree(tree), m_arena(arena), m_options(options), m_super(arena.name("super")),
          m_debug(arena.name("__debug__")),
          m_dunder_class(arena.name("__class__")) {}

    void build(const Module& module);

private:
    // Makes `scope` the current one while it lives.
    struct Entered {
        Entered(ScopeBuilder& builder, Scope& scope)
            : m_builder(builder), m_outer(std::exchange(builder.m_scope, &scope)),
              m_in_target(std::exchange(builder.m_in_comprehension_target, false)) {}
        ~Entered() {
            m_builder.m_scope = m_outer;
            m_builder.m_in_comprehension_target = m_in_target;
        }
        ScopeBuilder& m_builder;
        Scope* m_outer;
        bool m_in_target;
    };

    void fail(std::string message, Span span);
    bool is_too_deep(Span span);

    Symbol* symbol(Name plain, Scope& scope);
    void check_target_name(Name name, Span span);
    void bind(Name name, Span span, unsigned flags);
    void use(Name name);
    void declare(const List<Name>& names, Span span, Symbol::Flag kind);
    void record_directive(Symbol& variable, Symbol::Flag kind, Span span);

    void visit_body(const List<Stmt*>& body);
    void visit_parameters(const Arguments& arguments);
    void visit_defaults(const Arguments& arguments);
    Scope& annotations_of(Scope& owner);
    void visit_annotation(Scope& owner, const Expr* annotation);
    void visit_annotations(Scope& function, const Arguments& arguments, const Expr* returns);
    void visit_function(const FunctionDef& node);
    void visit_lambda(const Lambda& node);
    void visit_class(const ClassDef& node);

    void visit_iterable(const Expr* iterable);
    void visit_comprehension(const Expr& node);
    void visit_comprehension(const Expr& node, const List<Comprehension*>& generators, const Expr* first,
                             const Expr* second);
    void visit_generator(const Comprehension& generator, bool is_first);
    void require_async_comprehension(Scope& outer, Span span);
    void bind_outside_comprehensions(const NameExpr& target);
    void visit_named(const NamedExpr& node);
    void require_async(const std::string& what, Span span);
    void visit_yield(const Expr& node, const Expr* value);

    void visit(const Stmt* statement);
    void visit_for(const For& node);
    void visit_match(const Match& node);
    void visit_if(const If& node);
    void visit_return(const Return& node);
    void visit_annotated_assignment(const AnnAssign& node);
    void visit_import(const Import& node);
    void visit_import_from(const ImportFrom& node);
    void visit_try(const Try& node);
    void visit_with(const With& node);

    void visit(const Expr* expression);
    void visit_leaf(const Expr* expression);
    template <class... E>
    void visit_each(E... expressions) {
        (visit(expressions), ...);
    }
    void visit_spine(const Expr* expression);
    void visit_name(const NameExpr& node);
    void visit_keyword(const Keyword& keyword);
    void visit(const Pattern* pattern);
    void capture(Name name, Span span);

    template <class T>
    void visit_all(const List<T*>& items) {
        for (const T* item : items)
            visit(item);
    }

    ScopeTree& m_tree;
    Arena& m_arena;
    ScopeOptions m_options;
    Scope* m_scope = nullptr;
    const Expr* m_comprehension = nullptr; // innermost, for messages
    bool m_in_comprehension_target = false;
    std::vector<const Expr*> m_spine;
    Name m_super, m_debug, m_dunder_class;
};

} // namespace ouro::lang
