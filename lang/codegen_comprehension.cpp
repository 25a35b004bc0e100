// SPDX-License-Identifier: MIT
//
// Comprehensions and generator expressions (Language Reference 6.2.4, 6.2.8).
//
// List, set and dict comprehensions are loops in the frame around them, with registers of their own for their variables
// (PEP 709). A generator expression is a generator function that is called at once with the iterator of its first
// iterable.
#include "lang/codegen.hpp"

#include "vm/model/core.hpp"

namespace ouro::lang {

using vm::Code;

void Codegen::begin_comprehension_variables(Scope& scope) {
    for (Symbol* symbol : scope.symbols.all()) {
        if (symbol->origin == symbol && symbol->home == Home::Cell) {
            clear_local(*symbol);
            make_cell(*symbol);
        }
    }
}

// Nobody sees the variables afterwards, nor when the comprehension runs again.
void Codegen::end_comprehension_variables(Scope& scope) {
    for (Symbol* symbol : scope.symbols.all()) {
        if (symbol->origin != symbol)
            continue;
        clear_local(*symbol);
        if (is_local(*symbol))
            m_emit.bound().remove(symbol->index);
    }
}

void Codegen::comprehension(const Expr& node, const List<Comprehension*>& generators, Reg dst) {
    Scope& scope = *m_compilation.scopes.find(&node);
    RegisterScope registers(m_emit);
    Reg result = is_temporary(dst) ? dst : m_emit.allocate();
    // The first iterable belongs to the scope outside.
    Reg iterable = 0;
    ForLoop loop;
    if (generators[0]->is_async)
        iterable = async_iterator(generators[0]->iter);
    else
        begin_for(loop, generators[0]->iter, std::nullopt);
    Scope* outer = std::exchange(m_scope, &scope);
    m_emit.at(node.span);
    begin_comprehension_variables(scope);
    if (node.kind == ExprKind::ListComp)
        m_emit.BuildList(result, result, 0);
    else if (node.kind == ExprKind::SetComp)
        m_emit.BuildSet(result, result, 0);
    else
        m_emit.BuildMap(result, result, 0);
    if (generators[0]->is_async)
        async_comprehension_loop(node, generators, 0, iterable, as<Call>(generators[0]->iter), result);
    else
        comprehension_loop(node, generators, 0, loop, result);
    m_emit.at(node.span);
    end_comprehension_variables(scope);
    m_scope = outer;
    if (result != dst)
        m_emit.Move(dst, result);
}

// Generator `index` and everything inside it. `loop` has begun.
void Codegen::comprehension_loop(const Expr& node, const List<Comprehension*>& generators, size_t index, ForLoop& loop,
                                 Reg result) {
    loop.target = generators[index]->target;
    begin_for_body(loop);
    comprehension_body(node, generators, index, loop.next, result);
    end_for(loop);
}

// The asynchronous iterator of `iterable`, in the first of the iteration registers that EndFor expects.
Reg Codegen::async_iterator(const Expr* iterable) {
    Reg iterator = m_emit.allocate(3);
    generate_here(iterable, iterator); // GetAIter asks whether the call right before it made the iterator
    m_emit.at(iterable->span).GetAIter(iterator, iterator, as<Call>(iterable) ? 1 : 0);
    return iterator;
}

// `closes`: an exception in the body closes the iterator, which stands where async_iterator() put it.
void Codegen::async_comprehension_loop(const Expr& node, const List<Comprehension*>& generators, size_t index,
                                       Reg iterator, bool closes, Reg result) {
    AsyncLoop loop;
    loop.target = generators[index]->target;
    loop.iterable_span = generators[index]->iter->span;
    loop.iterator = iterator;
    Reg exception = closes ? m_emit.allocate() : 0;
    begin_async_for(loop);
    Region* region = closes ? &m_emit.open_region(exception, bound_in_region()) : nullptr;
    comprehension_body(node, generators, index, loop.top, result);
    if (region)
        close_on_exception(*region, iterator, loop.iterable_span);
    end_async_for(loop);
}

void Codegen::comprehension_body(const Expr& node, const List<Comprehension*>& generators, size_t index, Label& next,
                                 Reg result) {
    for (const Expr* test : generators[index]->conditions)
        condition(test, false, next);
    if (++index == generators.size())
        return comprehension_element(node, result);
    if (is_too_deep())
        return;
    RegisterScope registers(m_emit);
    const Comprehension& generator = *generators[index];
    if (generator.is_async) {
        Reg iterator = async_iterator(generator.iter);
        return async_comprehension_loop(node, generators, index, iterator, as<Call>(generator.iter), result);
    }
    ForLoop loop;
    begin_for(loop, generator.iter, std::nullopt);
    comprehension_loop(node, generators, index, loop, result);
}

// `result`: the container; unused in generator expressions.
void Codegen::comprehension_element(const Expr& node, Reg result) {
    RegisterScope registers(m_emit);
    if (auto* dict = as<DictComp>(&node)) {
        Reg key = operand_before(dict->key, dict->value);
        Reg value = operand(dict->value);
        m_emit.at(node.span).MapAdd(result, key, value);
    } else if (auto* list = as<ListComp>(&node)) {
        Reg value = operand(list->element);
        m_emit.at(list->element->span).ListAppend(result, value);
    } else if (auto* set = as<SetComp>(&node)) {
        Reg value = operand(set->element);
        m_emit.at(set->element->span).SetAdd(result, value);
    } else {
        const Expr* element = as<GeneratorExp>(&node)->element;
        Reg value = operand(element);
        Reg sent = m_emit.allocate();
        m_emit.at(element->span);
        if (m_frame.is_async)
            m_emit.YieldAsync(sent, value);
        else
            m_emit.Yield(sent, value);
    }
}

// --- Generator expressions ------------------------------------------------------------------------------------------

void Codegen::generator_expression(const GeneratorExp& node, Reg dst) {
    Scope& scope = *m_compilation.scopes.find(&node);
    const Comprehension& first = *node.generators[0];
    RegisterScope registers(m_emit);
    Reg window = m_emit.allocate(2);
    make_function(
        nullptr, nullptr, scope, [&] { return generator_code(node); }, node.span, window);
    Reg iterable = operand(first.iter);
    m_emit.at(first.iter->span);
    if (first.is_async)
        m_emit.GetAIter(window + 1, iterable, 0);
    else
        m_emit.GetIter(window + 1, iterable);
    m_emit.at(node.span).Call(dst, window, 1);
}

Code* Codegen::generator_code(const GeneratorExp& node) {
    Scope& scope = *m_compilation.scopes.find(&node);
    Codegen inner(m_compilation, scope, this, "<genexpr>");
    inner.m_parts.positional_count = inner.m_parts.positional_only_count = 1;
    inner.m_parts.flags |= Code::SIMPLE_PARAMETERS | (scope.is_async ? Code::ASYNC_GENERATOR : Code::GENERATOR);
    inner.begin_frame(node.span);
    RegisterScope registers(inner.m_emit);
    if (node.generators[0]->is_async) {
        inner.async_comprehension_loop(node, node.generators, 0, 0, false, 0);
    } else {
        ForLoop loop;
        inner.begin_for(loop, node.generators[0]->iter, Reg(0));
        inner.comprehension_loop(node, node.generators, 0, loop, 0);
    }
    return inner.finish(node.span);
}

} // namespace ouro::lang
