// SPDX-License-Identifier: MIT
//
// Loops. One turn costs one jump, at the bottom:
//
//      while test: body                  for target in iterable: body
//          jump to end unless test           PrepareFor; Jump next
//      top:                              top:
//          body                              body
//          jump to top if test           next:
//      end:                                  ForNext, back to top
//
// A loop over the fresh result of a call owns its iterator. When it is left early, also by an exception, the iterator
// is closed at once if it is a generator, as reference counting does in CPython.
#include "lang/codegen.hpp"

namespace ouro::lang {

void Codegen::while_statement(const While& node) {
    Label top, test, otherwise, end;
    condition(node.test, false, otherwise);
    forget_deleted();
    m_emit.place_top(top);
    {
        Block block{.kind = Block::Loop, .on_break = &end, .on_continue = &test};
        BlockScope scope(*this, block);
        body(node.body);
    }
    m_emit.place(test);
    condition(node.test, true, top);
    m_emit.place(otherwise);
    body(node.orelse);
    m_emit.place(end);
}

// --- for ------------------------------------------------------------------------------------------------------------

void Codegen::begin_for(ForLoop& loop, const Expr* iterable, std::optional<Reg> source) {
    loop.closes = !source && (as<Call>(iterable) || as<GeneratorExp>(iterable));
    loop.iterable_span = iterable->span;
    loop.base = m_emit.allocate(3);
    if (loop.closes)
        loop.exception = m_emit.allocate();
    {
        RegisterScope registers(m_emit);
        Reg value = loop.base;
        if (source)
            value = *source;
        else if (vm::Value container = fold_container(iterable))
            load_constant(container, value);
        else if (as<NameExpr>(iterable))
            value = operand(iterable);
        else
            generate_here(iterable, value); // PrepareFor asks whether the call right before it made the iterator
        m_emit.at(iterable->span).PrepareFor(loop.base, value, loop.closes ? 1 : 0);
    }
    forget_deleted();
    loop.entry = m_emit.bound();
}

// After begin_for, and after the block of the loop is entered.
void Codegen::begin_for_body(ForLoop& loop) {
    bool is_reached = m_emit.is_reachable();
    m_emit.Jump(loop.next);
    if (is_reached)
        m_emit.resume(loop.entry);
    if (loop.closes)
        loop.region = &m_emit.open_region(loop.exception, bound_in_region());
    m_emit.place_top(loop.top);
    if (auto local = local_target(loop.target)) {
        m_emit.bound().add(*local);
        return;
    }
    // ForNext left the item in a temporary register.
    RegisterScope registers(m_emit);
    assign(loop.target, m_emit.allocate());
}

// The end of a loop's body in `region`, which exceptions leave by way of EndFor.
void Codegen::close_on_exception(Region& region, Reg base, Span span) {
    m_emit.close_region(region);
    defer([this, &region, base, span] {
        m_emit.enter_handler(region);
        m_emit.at(span).EndFor(base);
        m_emit.Reraise(region.exception);
    });
}

void Codegen::end_for(ForLoop& loop) {
    if (loop.closes)
        close_on_exception(*loop.region, loop.base, loop.iterable_span);
    m_emit.place(loop.next);
    RegisterScope registers(m_emit);
    auto local = local_target(loop.target);
    Reg item = local ? *local : m_emit.allocate();
    m_emit.at(loop.iterable_span).ForNext(item, loop.base, loop.top);
}

void Codegen::for_statement(const For& node) {
    RegisterScope registers(m_emit);
    Label end;
    ForLoop loop;
    loop.target = node.target;
    begin_for(loop, node.iter, std::nullopt);
    {
        Block block{.kind = loop.closes ? Block::ClosingLoop : Block::Loop, .span = node.iter->span, .base = loop.base};
        block.on_break = &end;
        block.on_continue = &loop.next;
        BlockScope scope(*this, block);
        begin_for_body(loop);
        m_blocks.back().region = loop.region;
        body(node.body);
    }
    end_for(loop);
    body(node.orelse);
    m_emit.place(end);
}

// --- async for ------------------------------------------------------------------------------------------------------

// loop.iterator holds the asynchronous iterator.
void Codegen::begin_async_for(AsyncLoop& loop) {
    loop.exception = m_emit.allocate();
    forget_deleted();
    m_emit.place(loop.top);
    loop.region = &m_emit.open_region(loop.exception, bound_in_region());
    m_emit.at(loop.iterable_span);
    {
        RegisterScope registers(m_emit);
        auto local = local_target(loop.target);
        Reg item = m_emit.allocate();
        m_emit.GetANext(item, loop.iterator);
        m_emit.Await(local ? *local : item, item);
        m_emit.close_region(*loop.region);
        if (local)
            m_emit.bound().add(*local);
        else
            assign(loop.target, item);
    }
}

void Codegen::end_async_for(AsyncLoop& loop) {
    m_emit.Jump(loop.top);
    m_emit.enter_handler(*loop.region);
    m_emit.at(loop.iterable_span).EndAsyncFor(loop.exception, loop.end);
    m_emit.set_unreachable();
    m_emit.place(loop.end);
}

void Codegen::async_for_statement(const For& node) {
    RegisterScope registers(m_emit);
    Label end;
    AsyncLoop loop;
    loop.target = node.target;
    loop.iterable_span = node.iter->span;
    bool closes = as<Call>(node.iter);
    loop.iterator = async_iterator(node.iter);
    Reg exception = closes ? m_emit.allocate() : 0;
    {
        Block block{.kind = closes ? Block::ClosingLoop : Block::Loop, .span = node.iter->span, .base = loop.iterator};
        block.on_break = &end;
        block.on_continue = &loop.top;
        BlockScope scope(*this, block);
        begin_async_for(loop);
        if (closes)
            m_blocks.back().region = &m_emit.open_region(exception, bound_in_region());
        body(node.body);
        if (closes)
            close_on_exception(*m_blocks.back().region, loop.iterator, loop.iterable_span);
    }
    end_async_for(loop);
    body(node.orelse);
    m_emit.place(end);
}

// --- break, continue ------------------------------------------------------------------------------------------------

void Codegen::break_statement(const Stmt& node) {
    for (size_t i = m_blocks.size(); i-- > 0;) {
        if (!m_blocks[i].on_break)
            continue;
        Label& target = *m_blocks[i].on_break;
        leave_blocks(i);
        m_emit.at(node.span).Jump(target);
        return;
    }
}

void Codegen::continue_statement(const Stmt& node) {
    for (size_t i = m_blocks.size(); i-- > 0;) {
        if (!m_blocks[i].on_continue)
            continue;
        Label& target = *m_blocks[i].on_continue;
        leave_blocks(i + 1);
        m_emit.at(node.span).Jump(target);
        return;
    }
}

} // namespace ouro::lang
