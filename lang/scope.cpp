// SPDX-License-Identifier: MIT
//
// The builder of scope.hpp: walks a module once, makes its scopes, and records what each does with each name. Reports
// the errors that CPython's symbol table reports, at its positions, and those about where `await`, `yield` and `return`
// may stand.
#include "lang/scope.hpp"

#include "lang/scope_builder.hpp"

#include <algorithm>

namespace ouro::lang {

size_t SymbolTable::slot(Name name) const {
    size_t mask = m_index.size() - 1;
    size_t position = (reinterpret_cast<uintptr_t>(name) * 0x9E3779B97F4A7C15ull >> 32) & mask;
    while (m_index[position] && m_index[position]->name != name)
        position = (position + 1) & mask;
    return position;
}

Symbol* SymbolTable::find(Name name) const {
    if (!m_index.empty())
        return m_index[slot(name)];
    for (Symbol* symbol : m_symbols) {
        if (symbol->name == name)
            return symbol;
    }
    return nullptr;
}

void SymbolTable::add(Symbol* symbol) {
    m_symbols.push_back(symbol);
    if (m_symbols.size() <= LINEAR_LIMIT)
        return;
    if (m_symbols.size() * 2 > m_index.size())
        rebuild();
    else
        m_index[slot(symbol->name)] = symbol;
}

void SymbolTable::rebuild() {
    m_index.assign(std::max<size_t>(32, m_index.size() * 2), nullptr);
    for (Symbol* symbol : m_symbols)
        m_index[slot(symbol->name)] = symbol;
}

int Scope::free_index(const Symbol* origin) const {
    if (!free_places.empty()) {
        auto place = free_places.find(origin);
        return place == free_places.end() ? -1 : int(place->second);
    }
    auto found = std::find(frees.begin(), frees.end(), origin);
    return found == frees.end() ? -1 : int(found - frees.begin());
}

void Scope::add_free(Symbol* origin) {
    constexpr size_t LINEAR_LIMIT = 16;
    frees.push_back(origin);
    if (frees.size() < LINEAR_LIMIT)
        return;
    for (size_t i = free_places.size(); i < frees.size(); i++)
        free_places.emplace(frees[i], uint32_t(i));
}

void Scope::sort_frees() {
    std::sort(frees.begin(), frees.end(), [](const Symbol* a, const Symbol* b) { return *a->name < *b->name; });
    if (free_places.empty())
        return;
    for (size_t i = 0; i < frees.size(); i++)
        free_places[frees[i]] = uint32_t(i);
}

Scope* ScopeTree::find(const Node* node) const {
    auto found = m_by_node.find(node);
    return found == m_by_node.end() ? nullptr : found->second;
}

Scope* ScopeTree::make_scope(ScopeKind kind, Scope* parent, const Node* node) {
    Scope* scope = &m_scopes.emplace_back();
    scope->kind = kind;
    scope->parent = parent;
    scope->host = kind == ScopeKind::Comprehension ? parent->host : scope;
    if (parent) {
        scope->class_name = parent->class_name;
        scope->is_nested = parent->is_nested || parent->is_function_like();
        scope->comprehension_iterables = parent->comprehension_iterables;
        if (kind == ScopeKind::Comprehension)
            parent->comprehensions.push_back(scope);
    }
    if (node)
        m_by_node.emplace(node, scope);
    return scope;
}

Symbol* ScopeTree::make_symbol(Scope& scope, Name name) {
    Symbol* symbol = &m_symbols.emplace_back();
    symbol->name = name;
    symbol->scope = &scope;
    return symbol;
}

Name mangle(Arena& arena, Name class_name, Name name) {
    if (!class_name || name->size() < 3 || (*name)[0] != '_' || (*name)[1] != '_')
        return name;
    if (name->ends_with("__") || name->find('.') != std::string::npos)
        return name;
    size_t start = class_name->find_first_not_of('_');
    if (start == std::string::npos)
        return name;
    return arena.name("_" + class_name->substr(start) + *name);
}

void analyze_scopes(ScopeTree& tree, const Module& module, Arena& arena, const ScopeOptions& options) {
    ScopeBuilder builder(tree, arena, options);
    builder.build(module);
    if (!tree.error)
        resolve_scopes(tree, arena, options);
}

// --- Names ----------------------------------------------------------------------------------------------------------

void ScopeBuilder::fail(std::string message, Span span) {
    if (!m_tree.error)
        m_tree.error = SyntaxError{SyntaxError::Type::SyntaxError, std::move(message), span};
}

Symbol* ScopeBuilder::symbol(Name plain, Scope& scope) {
    Name name = mangle(m_arena, scope.class_name, plain);
    Symbol* symbol = scope.symbols.find(name);
    if (!symbol) {
        symbol = m_tree.make_symbol(scope, name);
        scope.symbols.add(symbol);
    }
    return symbol;
}

void ScopeBuilder::check_target_name(Name name, Span span) {
    if (name == m_debug)
        fail("cannot assign to __debug__", span);
}

void ScopeBuilder::bind(Name name, Span span, unsigned flags) {
    check_target_name(name, span);
    Symbol* variable = symbol(name, *m_scope);
    if ((flags & Symbol::PARAMETER) && variable->has(Symbol::PARAMETER))
        fail("duplicate argument '" + *variable->name + "' in function definition", span);
    if (m_in_comprehension_target) {
        if (variable->has(Symbol::GLOBAL | Symbol::NONLOCAL))
            fail("comprehension inner loop cannot rebind assignment expression target '" + *name + "'", span);
        flags |= Symbol::ITERATION;
    }
    variable->flags |= flags;
}

void ScopeBuilder::use(Name name) {
    Symbol* variable = symbol(name, *m_scope);
    variable->flags |= Symbol::USED;
    if (name == m_super && m_scope->is_function_like())
        symbol(m_dunder_class, *m_scope)->flags |= Symbol::USED;
}

void ScopeBuilder::declare(const List<Name>& names, Span span, Symbol::Flag kind) {
    std::string word = kind == Symbol::GLOBAL ? "global" : "nonlocal";
    for (Name plain : names) {
        Symbol* variable = symbol(plain, *m_scope);
        const std::string& name = *variable->name;
        if (variable->has(Symbol::PARAMETER))
            fail("name '" + name + "' is parameter and " + word, span);
        else if (variable->has(Symbol::ANNOTATED))
            fail("annotated name '" + name + "' can't be " + word, span);
        else if (variable->has(Symbol::ASSIGNED))
            fail("name '" + name + "' is assigned to before " + word + " declaration", span);
        else if (variable->has(Symbol::USED))
            fail("name '" + name + "' is used prior to " + word + " declaration", span);
        record_directive(*variable, kind, span);
    }
}

void ScopeBuilder::record_directive(Symbol& variable, Symbol::Flag kind, Span span) {
    if (!variable.has(Symbol::GLOBAL | Symbol::NONLOCAL))
        variable.directive = span;
    variable.flags |= kind;
}

// --- Blocks ---------------------------------------------------------------------------------------------------------

void ScopeBuilder::build(const Module& module) {
    m_scope = m_tree.module = m_tree.make_scope(ScopeKind::Module, nullptr, nullptr);
    visit_body(module.body);
}

void ScopeBuilder::visit_body(const List<Stmt*>& body) {
    for (const Stmt* statement : body)
        visit(statement);
}

void ScopeBuilder::visit_parameters(const Arguments& arguments) {
    for (const Arg* arg : arguments.posonlyargs)
        bind(arg->name, arg->span, Symbol::PARAMETER);
    for (const Arg* arg : arguments.args)
        bind(arg->name, arg->span, Symbol::PARAMETER);
    for (const Arg* arg : arguments.kwonlyargs)
        bind(arg->name, arg->span, Symbol::PARAMETER);
    if (arguments.vararg)
        bind(arguments.vararg->name, arguments.vararg->span, Symbol::PARAMETER);
    if (arguments.kwarg)
        bind(arguments.kwarg->name, arguments.kwarg->span, Symbol::PARAMETER);
}

void ScopeBuilder::visit_defaults(const Arguments& arguments) {
    visit_all(arguments.defaults);
    visit_all(arguments.kw_defaults);
}

// The scope of the __annotate__ function for the annotations of `owner`, made below the current scope.
Scope& ScopeBuilder::annotations_of(Scope& owner) {
    if (!owner.annotations) {
        owner.annotations = m_tree.make_scope(ScopeKind::Annotations, m_scope, nullptr);
        owner.annotations->sees_class = m_scope->kind == ScopeKind::Class;
        if (owner.annotations->sees_class && !m_scope->class_namespace)
            m_scope->class_namespace = m_tree.make_symbol(*m_scope, m_arena.name("__classdict__"));
        Entered entered(*this, *owner.annotations);
        bind(m_arena.name(".format"), {}, Symbol::PARAMETER);
    }
    return *owner.annotations;
}

void ScopeBuilder::visit_annotation(Scope& owner, const Expr* annotation) {
    if (!annotation)
        return;
    Entered entered(*this, annotations_of(owner));
    visit(annotation);
}

void ScopeBuilder::visit_annotations(Scope& function, const Arguments& arguments, const Expr* returns) {
    for (const List<Arg*>* list : {&arguments.posonlyargs, &arguments.args}) {
        for (const Arg* arg : *list)
            visit_annotation(function, arg->annotation);
    }
    if (arguments.vararg)
        visit_annotation(function, arguments.vararg->annotation);
    for (const Arg* arg : arguments.kwonlyargs)
        visit_annotation(function, arg->annotation);
    if (arguments.kwarg)
        visit_annotation(function, arguments.kwarg->annotation);
    visit_annotation(function, returns);
}

void ScopeBuilder::visit_function(const FunctionDef& node) {
    bind(node.name, node.span, Symbol::ASSIGNED);
    visit_defaults(*node.arguments);
    visit_all(node.decorators);
    Scope* scope = m_tree.make_scope(ScopeKind::Function, m_scope, &node);
    scope->name = node.name;
    scope->is_async = node.is_async;
    visit_annotations(*scope, *node.arguments, node.returns);
    Entered entered(*this, *scope);
    visit_parameters(*node.arguments);
    visit_body(node.body);
    if (node.is_async && scope->has_yield && scope->value_return)
        fail("'return' with value in async generator", *scope->value_return);
}

void ScopeBuilder::visit_lambda(const Lambda& node) {
    visit_defaults(*node.arguments);
    Scope* scope = m_tree.make_scope(ScopeKind::Lambda, m_scope, &node);
    Entered entered(*this, *scope);
    visit_parameters(*node.arguments);
    visit(node.body);
}

void ScopeBuilder::visit_class(const ClassDef& node) {
    bind(node.name, node.span, Symbol::ASSIGNED);
    visit_all(node.decorators);
    visit_all(node.bases);
    for (const Keyword* keyword : node.keywords)
        visit_keyword(*keyword);
    Scope* scope = m_tree.make_scope(ScopeKind::Class, m_scope, &node);
    scope->name = scope->class_name = node.name;
    Entered entered(*this, *scope);
    visit_body(node.body);
}

// --- Comprehensions -------------------------------------------------------------------------------------------------

// An iterable of a comprehension, where `:=` may not stand.
void ScopeBuilder::visit_iterable(const Expr* iterable) {
    m_scope->comprehension_iterables++;
    Scope* scope = m_scope;
    visit(iterable);
    scope->comprehension_iterables--;
}

void ScopeBuilder::visit_comprehension(const Expr& node, const List<Comprehension*>& generators, const Expr* first,
                                       const Expr* second) {
    bool is_generator = node.kind == ExprKind::GeneratorExp;
    visit_iterable(generators[0]->iter);
    Scope* outer = m_scope;
    Scope* scope =
        m_tree.make_scope(is_generator ? ScopeKind::GeneratorExpression : ScopeKind::Comprehension, m_scope, &node);
    scope->comprehension_iterables = 0;
    {
        Entered entered(*this, *scope);
        if (is_generator)
            bind(m_arena.name(".0"), node.span, Symbol::PARAMETER);
        for (size_t i = 0; i < generators.size(); i++)
            visit_generator(*generators[i], i == 0);
        visit(first);
        visit(second);
    }
    if (scope->is_async && !is_generator)
        require_async_comprehension(*outer, node.span);
}

void ScopeBuilder::visit_generator(const Comprehension& generator, bool is_first) {
    m_scope->is_async |= generator.is_async;
    if (!is_first)
        visit_iterable(generator.iter);
    m_in_comprehension_target = true;
    visit(generator.target);
    m_in_comprehension_target = false;
    visit_all(generator.conditions);
}

// A comprehension that awaits makes the block around it await.
void ScopeBuilder::require_async_comprehension(Scope& outer, Span span) {
    if (outer.kind == ScopeKind::Module && m_options.allows_await)
        outer.has_await = true;
    else if (outer.kind == ScopeKind::Comprehension || outer.kind == ScopeKind::GeneratorExpression)
        outer.is_async = true;
    else if (!outer.is_async)
        fail("asynchronous comprehension outside of an asynchronous function", span);
}

static const char* comprehension_name(const Expr& node) {
    switch (node.kind) {
    case ExprKind::ListComp:
        return "list comprehension";
    case ExprKind::SetComp:
        return "set comprehension";
    case ExprKind::DictComp:
        return "dict comprehension";
    default:
        return "generator expression";
    }
}

void ScopeBuilder::visit_comprehension(const Expr& node) {
    const Expr* outer = std::exchange(m_comprehension, &node);
    switch (node.kind) {
    case ExprKind::ListComp:
        visit_comprehension(node, as<ListComp>(&node)->generators, as<ListComp>(&node)->element, nullptr);
        break;
    case ExprKind::SetComp:
        visit_comprehension(node, as<SetComp>(&node)->generators, as<SetComp>(&node)->element, nullptr);
        break;
    case ExprKind::DictComp:
        visit_comprehension(node, as<DictComp>(&node)->generators, as<DictComp>(&node)->key,
                            as<DictComp>(&node)->value);
        break;
    default:
        visit_comprehension(node, as<GeneratorExp>(&node)->generators, as<GeneratorExp>(&node)->element, nullptr);
    }
    m_comprehension = outer;
}

// PEP 572: a target in a comprehension belongs to the function around it.
void ScopeBuilder::bind_outside_comprehensions(const NameExpr& target) {
    for (Scope* scope = m_scope; scope; scope = scope->parent) {
        Symbol* outer = symbol(target.id, *scope);
        if (scope->kind == ScopeKind::Comprehension || scope->kind == ScopeKind::GeneratorExpression) {
            if (outer->has(Symbol::ITERATION))
                return fail("assignment expression cannot rebind comprehension iteration variable '" + *target.id + "'",
                            target.span);
            continue;
        }
        if (scope->kind == ScopeKind::Class)
            return fail("assignment expression within a comprehension cannot be used in a class body", target.span);
        bool is_global = scope->kind == ScopeKind::Module || outer->has(Symbol::GLOBAL);
        for (Scope* inner = m_scope; inner != scope; inner = inner->parent)
            record_directive(*symbol(target.id, *inner), is_global ? Symbol::GLOBAL : Symbol::NONLOCAL, target.span);
        outer->flags |= Symbol::ASSIGNED | Symbol::WALRUS;
        return;
    }
}

void ScopeBuilder::visit_named(const NamedExpr& node) {
    if (m_scope->kind == ScopeKind::Annotations)
        return fail("named expression cannot be used within an annotation", node.span);
    if (m_scope->comprehension_iterables > 0)
        return fail("assignment expression cannot be used in a comprehension iterable expression", node.span);
    auto& target = *as<NameExpr>(node.target);
    check_target_name(target.id, node.span);
    bool in_comprehension =
        m_scope->kind == ScopeKind::Comprehension || m_scope->kind == ScopeKind::GeneratorExpression;
    if (in_comprehension)
        bind_outside_comprehensions(target);
    visit(node.value);
    if (in_comprehension)
        symbol(target.id, *m_scope)->flags |= Symbol::USED | Symbol::WALRUS;
    else
        bind(target.id, target.span, Symbol::ASSIGNED | Symbol::WALRUS);
}

// --- await, yield ---------------------------------------------------------------------------------------------------

void ScopeBuilder::require_async(const std::string& what, Span span) {
    switch (m_scope->kind) {
    case ScopeKind::Module:
        if (m_options.allows_await) {
            m_scope->has_await = true;
            return;
        }
        [[fallthrough]];
    case ScopeKind::Class:
        return fail("'" + what + "' outside " + (what == "await" ? "function" : "async function"), span);
    case ScopeKind::Comprehension:
    case ScopeKind::GeneratorExpression:
        m_scope->is_async = true;
        return;
    case ScopeKind::Annotations:
        return fail(what + " expression cannot be used within an annotation", span);
    default:
        if (!m_scope->is_async)
            fail("'" + what + "' outside async function", span);
    }
}

void ScopeBuilder::visit_yield(const Expr& node, const Expr* value) {
    visit(value);
    bool is_from = node.kind == ExprKind::YieldFrom;
    if (m_scope->kind == ScopeKind::Annotations)
        return fail("yield expression cannot be used within an annotation", node.span);
    if (m_scope->kind == ScopeKind::Comprehension || m_scope->kind == ScopeKind::GeneratorExpression)
        return fail(std::string("'yield' inside ") + comprehension_name(*m_comprehension), node.span);
    if (!m_scope->is_function_like())
        return fail(std::string("'") + (is_from ? "yield from" : "yield") + "' outside function", node.span);
    if (is_from && m_scope->is_async)
        return fail("'yield from' inside async function", node.span);
    m_scope->has_yield = true;
}

} // namespace ouro::lang
