// SPDX-License-Identifier: MIT
//
// with and async with (Language Reference 8.5): __exit__ is looked up before __enter__ is called, and called once on
// each way out.
#include "lang/codegen.hpp"

#include "vm/model/core.hpp"

namespace ouro::lang {

using vm::Special;
using vm::Value;

// exit(None, None, None); `exit` is the first of five registers, two of them the method pair.
void Codegen::call_exit(Reg exit, bool is_async, Reg dst) {
    for (unsigned i = 2; i < 5; i++)
        load_constant(Value::none(), exit + i);
    m_emit.CallMethod(dst, exit, 3);
    if (is_async)
        await(dst, 2, dst);
}

// exit, exit + 1: the exit method; enter, enter + 1: free registers above them.
void Codegen::enter_context(const With& node, const Expr* manager, Reg exit, Reg enter) {
    RegisterScope registers(m_emit);
    Reg object = operand(manager);
    m_emit.at(manager->span);
    m_emit.GetSpecial(exit, object, unsigned(node.is_async ? Special::AExit : Special::Exit));
    m_emit.GetSpecial(enter, object, unsigned(node.is_async ? Special::AEnter : Special::Enter));
    m_emit.CallMethod(enter, enter, 0);
    if (node.is_async)
        await(enter, 1, enter);
}

void Codegen::with_statement(const With& node, size_t index) {
    if (is_too_deep())
        return;
    const WithItem& item = *node.items[index];
    const Span& span = item.context_expr->span;
    RegisterScope registers(m_emit);
    Reg exception = m_emit.allocate();
    Reg exit = m_emit.allocate(2);
    Reg enter = m_emit.allocate(2);
    enter_context(node, item.context_expr, exit, enter);
    // The exit method is due from here on, also when the target cannot be assigned to.
    Region& region = m_emit.open_region(exception, bound_in_region());
    {
        Block block{.kind = Block::With, .span = span, .base = exit, .region = &region, .is_async = node.is_async};
        BlockScope scope(*this, block);
        if (item.optional_vars)
            assign(item.optional_vars, enter);
        m_emit.release_to(enter);
        if (index + 1 < node.items.size())
            with_statement(node, index + 1);
        else
            body(node.body);
    }
    m_emit.close_region(region);
    m_emit.allocate(3);
    m_emit.at(span);
    call_exit(exit, node.is_async, exit);
    with_exit_handler(node, span, exit, region);
}

// Calls the exit method with the exception, which it swallows by returning something true.
void Codegen::with_exit_handler(const With& node, const Span& span, Reg exit, Region& region) {
    Label end, swallowed;
    m_emit.Jump(end);
    m_emit.enter_handler(region);
    RegisterScope registers(m_emit);
    Reg saved = m_emit.allocate(), result = m_emit.allocate();
    m_emit.at(span).PushHandled(saved, region.exception);
    Region* cleanup = is_covered() ? &m_emit.open_region(m_emit.allocate(), bound_in_region()) : nullptr;
    m_emit.WithExit(result, exit, region.exception);
    if (node.is_async)
        await(result, 2, result);
    m_emit.JumpIfTrue(result, swallowed);
    if (cleanup)
        m_emit.close_region(*cleanup);
    m_emit.PopHandled(saved);
    m_emit.Reraise(region.exception);
    m_emit.place(swallowed);
    m_emit.PopHandled(saved);
    if (cleanup)
        restore_handled_on_exception(*cleanup, saved, nullptr, span);
    m_emit.place(end);
}

} // namespace ouro::lang
