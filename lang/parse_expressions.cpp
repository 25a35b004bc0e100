// SPDX-License-Identifier: MIT
//
// The Builder's expressions: atoms, displays, operators, comprehensions. Calls are in parse_arguments.cpp, strings in
// parse_strings.cpp.
#include "lang/parse_actions.hpp"

namespace ouro::lang {

// ---- Atoms and displays ----

Expr* Builder::name(const Token* token) {
    auto* node = make<NameExpr>(token->span);
    node->id = token->name();
    return node;
}

Expr* Builder::constant(const Token* token) {
    auto* node = make<Constant>(token->span);
    node->value = token->literal();
    return node;
}

Expr* Builder::singleton(Literal::Kind kind, Span span) {
    auto* node = make<Constant>(span);
    node->value.kind = kind;
    return node;
}

Expr* Builder::tuple(Mark elements, Span span) {
    auto* node = make<TupleExpr>(span);
    node->elements = take<Expr>(elements);
    return node;
}

Expr* Builder::parenthesized_tuple(Mark elements, Span span) { return parenthesized(tuple(elements, span)); }

Expr* Builder::parenthesized(Expr* value) {
    value->parenthesized = true;
    return value;
}

Expr* Builder::group(Mark elements, Span span) {
    if (count(elements) > 1)
        return parenthesized_tuple(elements, span);
    auto* value = item<Expr>(elements.index);
    m_stack.resize(elements.index);
    if (value->kind == ExprKind::Starred)
        fail("cannot use starred expression here", value->span);
    return parenthesized(value);
}

Expr* Builder::list(Mark elements, Span span) {
    auto* node = make<ListExpr>(span);
    node->elements = take<Expr>(elements);
    return node;
}

Expr* Builder::set(Mark elements, Span span) {
    auto* node = make<Set>(span);
    node->elements = take<Expr>(elements);
    return node;
}

Expr* Builder::dict(Mark items, Span span) {
    size_t size = count(items) / 2;
    Expr** keys = m_arena.array<Expr*>(size);
    Expr** values = m_arena.array<Expr*>(size);
    for (size_t i = 0; i < size; i++) {
        keys[i] = item<Expr>(items.index + 2 * i);
        values[i] = item<Expr>(items.index + 2 * i + 1);
    }
    m_stack.resize(items.index);
    auto* node = make<Dict>(span);
    node->keys = {keys, size};
    node->values = {values, size};
    return node;
}

Expr* Builder::starred(Expr* value, Span span) {
    auto* node = make<Starred>(span);
    node->value = value;
    return node;
}

// ---- Operators ----

Expr* Builder::named(Expr* target, Expr* value, Span span) {
    if (target->kind != ExprKind::NameExpr || target->parenthesized)
        fail(std::string("cannot use assignment expressions with ") + describe(target), target->span);
    set_context(target, Context::Store);
    auto* node = make<NamedExpr>(span);
    node->target = target;
    node->value = value;
    return node;
}

Expr* Builder::yield(Expr* value, Span span) {
    auto* node = make<Yield>(span);
    node->value = value;
    return node;
}

Expr* Builder::yield_from(Expr* value, Span span) {
    auto* node = make<YieldFrom>(span);
    node->value = value;
    return node;
}

Expr* Builder::conditional(Expr* test, Expr* body, Expr* orelse, Span span) {
    auto* node = make<IfExp>(span);
    node->test = test;
    node->body = body;
    node->orelse = orelse;
    return node;
}

Expr* Builder::lambda(Arguments* arguments, Expr* body, Span span) {
    auto* node = make<Lambda>(span);
    node->arguments = arguments;
    node->body = body;
    return node;
}

// The operator is the tag of its right operand.
Mark Builder::add_comparison(Mark chain, CompareOperator op, Expr* right) {
    return add(chain, Entry{right, static_cast<uint32_t>(op)});
}

Expr* Builder::compare(Mark chain, Span span) {
    size_t size = count(chain) - 1;
    auto* ops = m_arena.array<CompareOperator>(size);
    Expr** comparators = m_arena.array<Expr*>(size);
    for (size_t i = 0; i < size; i++) {
        ops[i] = static_cast<CompareOperator>(m_stack[chain.index + 1 + i].tag);
        comparators[i] = item<Expr>(chain.index + 1 + i);
    }
    auto* node = make<Compare>(span);
    node->left = item<Expr>(chain.index);
    node->ops = {ops, size};
    node->comparators = {comparators, size};
    m_stack.resize(chain.index);
    return node;
}

Expr* Builder::boolean(BoolOperator op, Mark chain, Span span) {
    auto* node = make<BoolOp>(span);
    node->op = op;
    node->values = take<Expr>(chain);
    return node;
}

Expr* Builder::unary(UnaryOperator op, Expr* operand, Span span) {
    auto* node = make<UnaryOp>(span);
    node->op = op;
    node->operand = operand;
    return node;
}

Expr* Builder::binary(Expr* left, Operator op, Expr* right, Span span) {
    auto* node = make<BinOp>(span);
    node->left = left;
    node->op = op;
    node->right = right;
    return node;
}

Expr* Builder::await(Expr* value, Span span) {
    auto* node = make<Await>(span);
    node->value = value;
    return node;
}

Expr* Builder::attribute(Expr* value, const Token* name, Span span) {
    auto* node = make<Attribute>(span);
    node->value = value;
    node->attr = name->name();
    return node;
}

Expr* Builder::subscript(Expr* value, Expr* index, Span span) {
    auto* node = make<Subscript>(span);
    node->value = value;
    node->index = index;
    return node;
}

// `a[b]` is indexed by b itself; a comma or a star makes a tuple.
Expr* Builder::slices(Mark items, bool trailing_comma, Span span) {
    auto* first = item<Expr>(items.index);
    if (count(items) > 1 || trailing_comma || (first->kind == ExprKind::Starred && !first->parenthesized))
        return tuple(items, span);
    m_stack.resize(items.index);
    return first;
}

Expr* Builder::slice(Expr* lower, Expr* upper, Expr* step, Span first_colon, Span span) {
    auto* node = make<Slice>(lower ? span : first_colon + span);
    node->lower = lower;
    node->upper = upper;
    node->step = step;
    return node;
}

// ---- Comprehensions ----

Expr* Builder::loop_target(Expr* target) {
    convert(target, TargetKind::For);
    return target;
}

Comprehension* Builder::clause(Expr* target, Expr* iter, Mark conditions, bool is_async, Span span) {
    auto* node = make<Comprehension>(span);
    node->target = target;
    node->iter = iter;
    node->conditions = take<Expr>(conditions);
    node->is_async = is_async;
    return node;
}

void Builder::check_comprehension_element(const Expr* element) {
    if (element->kind == ExprKind::Starred)
        fail("iterable unpacking cannot be used in comprehension", element->span);
}

Expr* Builder::generator(Expr* element, Mark clauses, Span span) {
    check_comprehension_element(element);
    auto* node = make<GeneratorExp>(span);
    node->element = element;
    node->generators = take<Comprehension>(clauses);
    return node;
}

Expr* Builder::list_comprehension(Expr* element, Mark clauses, Span span) {
    check_comprehension_element(element);
    auto* node = make<ListComp>(span);
    node->element = element;
    node->generators = take<Comprehension>(clauses);
    return node;
}

Expr* Builder::set_comprehension(Expr* element, Mark clauses, Span span) {
    check_comprehension_element(element);
    auto* node = make<SetComp>(span);
    node->element = element;
    node->generators = take<Comprehension>(clauses);
    return node;
}

Expr* Builder::fail_dict_unpacking(Expr* value, Span stars) {
    fail("dict unpacking cannot be used in dict comprehension", stars);
    return value;
}

// CPython's range goes on to the last byte but one of the token behind the value.
Mark Builder::fail_dict_value(Mark items, Span star) {
    Position end = m_current->span.end;
    end.column -= end.column > 0;
    fail("cannot use a starred expression in a dictionary value", {star.begin, end});
    return items;
}

Expr* Builder::dict_comprehension(Expr* key, Expr* value, Mark clauses, Span span) {
    auto* node = make<DictComp>(span);
    node->key = key;
    node->value = value;
    node->generators = take<Comprehension>(clauses);
    return node;
}

} // namespace ouro::lang
