// SPDX-License-Identifier: MIT
//
// try statements (Language Reference 8.4), and the ways out of blocks.
//
// A `try` that does not raise costs one jump at most. Its handlers are found by the handler table, with the exception
// in a register. While a handler runs, the frame's handled exception is the new one; `saved` holds the one before:
//
//          body                        covered by the region
//          Jump end
//      handler (exception):
//          PushHandled saved, exception
//          clauses                     covered by a region that restores `saved`, if somebody here could see it
//          PopHandled saved
//      end:
//
// `finally` bodies are generated once for each way out: normal, exception, and each return, break or continue.
#include "lang/codegen.hpp"

#include "vm/model/core.hpp"

namespace ouro::lang {

using vm::Value;

// --- Blocks ---------------------------------------------------------------------------------------------------------

Codegen::BlockScope::BlockScope(Codegen& codegen, Block block) : m_codegen(codegen) {
    codegen.m_blocks.push_back(block);
    if (codegen.m_blocks.size() > MAX_BLOCKS)
        codegen.fail("too many statically nested blocks", codegen.m_emit.span());
}

bool Codegen::must_leave_blocks() const {
    for (const Block& block : m_blocks) {
        if (block.kind != Block::Loop)
            return true;
    }
    return false;
}

// Emits what undoes the blocks from the innermost one down to number `down_to`, before a jump or return out of them.
void Codegen::leave_blocks(size_t down_to) {
    if (m_compilation.failed())
        return;
    std::vector<Block> left(m_blocks.begin() + long(down_to), m_blocks.end());
    std::vector<Region*> suspended;
    Span span = m_emit.span();
    for (size_t i = left.size(); i-- > 0;) {
        m_blocks.pop_back();
        if (Region* region = left[i].region; region && region->is_open) {
            m_emit.suspend(*region);
            suspended.push_back(region);
        }
        m_emit.at(span);
        leave_block(left[i]);
    }
    m_blocks.insert(m_blocks.end(), left.begin(), left.end());
    for (Region* region : suspended)
        m_emit.reopen(*region);
}

void Codegen::leave_block(const Block& block) {
    switch (block.kind) {
    case Block::Loop:
        return;
    case Block::ClosingLoop:
        return m_emit.EndFor(block.base);
    case Block::Finally:
        return body(*block.finalbody);
    case Block::Handled:
        m_emit.PopHandled(block.base);
        return unbind_handler_name(block.name);
    case Block::With: {
        RegisterScope registers(m_emit);
        Reg window = m_emit.allocate(5);
        m_emit.at(block.span);
        m_emit.Move(window, block.base);
        m_emit.Move(window + 1, block.base + 1);
        return call_exit(window, block.is_async, window);
    }
    }
}

// --- Handlers -------------------------------------------------------------------------------------------------------

// Emits `code` behind the function's own, covered by the regions that are open here. Registers in use here hold what
// the handlers of those regions need, so `code` must leave them alone.
void Codegen::defer(std::function<void()> code) {
    std::vector<Region*> covering;
    for (Region* region : m_emit.regions()) {
        if (region->is_open)
            covering.push_back(region);
    }
    Reg next = m_emit.next_register(), far_next = m_emit.next_far();
    m_deferred.push_back([this, code = std::move(code), covering = std::move(covering), next, far_next] {
        RegisterScope registers(m_emit);
        m_emit.release_to(next);
        m_emit.release_far_to(far_next);
        uint32_t start = m_emit.position();
        code();
        m_emit.cover(start, covering);
    });
}

void Codegen::emit_deferred() {
    for (size_t i = 0; i < m_deferred.size(); i++) {
        auto code = std::move(m_deferred[i]);
        code();
    }
}

bool Codegen::is_covered() const {
    for (const Region* region : m_emit.regions()) {
        if (region->is_open)
            return true;
    }
    return false;
}

// What is surely bound wherever in the region that begins here an exception may be raised.
BoundSet Codegen::bound_in_region() {
    BoundSet bound = m_emit.bound();
    bound.remove(m_deleted);
    return bound;
}

// For the region of a handler's body: where an exception leaves it for an outer handler of this frame.
void Codegen::restore_handled_on_exception(Region& region, Reg saved, Name name, Span span) {
    Scope* scope = m_scope;
    defer([this, &region, saved, name, span, scope] {
        Scope* current = std::exchange(m_scope, scope);
        m_emit.enter_handler(region);
        m_emit.at(span).PopHandled(saved);
        unbind_handler_name(name);
        m_emit.Reraise(region.exception);
        m_scope = current;
    });
}

void Codegen::try_statement(const Try& node) {
    if (!node.finalbody.empty())
        return try_finally(node);
    try_except(node);
}

void Codegen::try_finally(const Try& node) {
    RegisterScope registers(m_emit);
    Reg exception = m_emit.allocate(), saved = m_emit.allocate();
    Label end;
    Region& region = m_emit.open_region(exception, bound_in_region());
    {
        BlockScope scope(*this, {.kind = Block::Finally, .finalbody = &node.finalbody, .region = &region});
        if (node.handlers.empty())
            body(node.body);
        else
            try_except(node);
    }
    m_emit.close_region(region);
    body(node.finalbody);
    m_emit.Jump(end);

    m_emit.enter_handler(region);
    Span span = m_emit.span();
    m_emit.PushHandled(saved, exception);
    {
        bool is_seen = is_covered();
        Region* cleanup = is_seen ? &m_emit.open_region(exception, bound_in_region()) : nullptr;
        BlockScope scope(*this, {.kind = Block::Handled, .base = saved, .region = cleanup});
        body(node.finalbody);
        if (cleanup) {
            m_emit.close_region(*cleanup);
            restore_handled_on_exception(*cleanup, saved, nullptr, span);
        }
    }
    m_emit.at(span).PopHandled(saved);
    m_emit.Reraise(exception);
    m_emit.place(end);
}

void Codegen::try_except(const Try& node) {
    if (node.is_star)
        return try_except_star(node);
    RegisterScope registers(m_emit);
    Reg exception = m_emit.allocate();
    Label end;
    Region& region = m_emit.open_region(exception, bound_in_region());
    {
        // Not a block: leaving it undoes nothing, but a way out may run code that the handlers must not see.
        BlockScope scope(*this, {.kind = Block::Loop, .region = &region});
        body(node.body);
    }
    m_emit.close_region(region);
    body(node.orelse);
    m_emit.Jump(end);
    m_emit.enter_handler(region);
    except_clauses(node, exception, end);
    m_emit.place(end);
}

void Codegen::except_clauses(const Try& node, Reg exception, Label& end) {
    RegisterScope registers(m_emit);
    Reg saved = m_emit.allocate();
    Span span = node.handlers.empty() ? node.span : node.handlers[0]->span;
    m_emit.at(span).PushHandled(saved, exception);
    Region* matching = is_covered() ? &m_emit.open_region(m_emit.allocate(), bound_in_region()) : nullptr;
    bool catches_all = false;
    for (const ExceptHandler* handler : node.handlers) {
        RegisterScope clause_registers(m_emit);
        Label next;
        catches_all = !handler->type;
        if (handler->type) {
            Reg type = operand(handler->type);
            Reg matches = m_emit.allocate();
            m_emit.at(handler->type->span).MatchException(matches, exception, type);
            m_emit.JumpIfFalse(matches, next);
        }
        if (handler->name) {
            m_emit.at(handler->span);
            store(handler->name, exception);
        }
        if (matching)
            m_emit.suspend(*matching);
        except_body(*handler, saved, end);
        if (matching)
            m_emit.reopen(*matching);
        m_emit.place(next);
    }
    if (matching)
        m_emit.close_region(*matching);
    if (!catches_all) {
        m_emit.at(span).PopHandled(saved);
        m_emit.Reraise(exception);
    }
    if (matching)
        restore_handled_on_exception(*matching, saved, nullptr, span);
}

void Codegen::except_body(const ExceptHandler& handler, Reg saved, Label& end) {
    bool name_is_visible = handler.name && !is_local(lookup(handler.name));
    bool must_restore = is_covered() || name_is_visible;
    Region* cleanup = must_restore ? &m_emit.open_region(m_emit.allocate(), bound_in_region()) : nullptr;
    {
        BlockScope scope(*this, {.kind = Block::Handled, .base = saved, .name = handler.name, .region = cleanup});
        body(handler.body);
    }
    if (cleanup) {
        m_emit.close_region(*cleanup);
        restore_handled_on_exception(*cleanup, saved, handler.name, handler.span);
    }
    m_emit.at(handler.span).PopHandled(saved);
    unbind_handler_name(handler.name);
    m_emit.Jump(end);
}

// --- except* (PEP 654) ----------------------------------------------------------------------------------------------

// Each clause takes the part of the group that it matches from what the clauses before left; what clauses raise is
// collected with what nobody matched, and raised together at the end.
void Codegen::try_except_star(const Try& node) {
    RegisterScope registers(m_emit);
    Reg exception = m_emit.allocate(), saved = m_emit.allocate(), rest = m_emit.allocate(), raised = m_emit.allocate();
    Label end, none_left;
    Region& region = m_emit.open_region(exception, bound_in_region());
    {
        BlockScope scope(*this, {.kind = Block::Loop, .region = &region});
        body(node.body);
    }
    m_emit.close_region(region);
    body(node.orelse);
    m_emit.Jump(end);

    m_emit.enter_handler(region);
    Span span = node.handlers[0]->span;
    m_emit.at(span).PushHandled(saved, exception);
    Region* cleanup = is_covered() ? &m_emit.open_region(m_emit.allocate(), bound_in_region()) : nullptr;
    m_emit.BuildList(raised, raised, 0);
    m_emit.Move(rest, exception);
    for (const ExceptHandler* handler : node.handlers)
        except_star_clause(*handler, rest, raised);
    m_emit.at(span).JumpIfNone(rest, none_left);
    m_emit.ListAppend(raised, rest);
    m_emit.place(none_left);
    m_emit.ReraiseGroup(rest, exception, raised);
    if (cleanup)
        m_emit.close_region(*cleanup);
    m_emit.PopHandled(saved);
    m_emit.JumpIfNone(rest, end);
    m_emit.Reraise(rest);
    if (cleanup)
        restore_handled_on_exception(*cleanup, saved, nullptr, span);
    m_emit.place(end);
}

void Codegen::except_star_clause(const ExceptHandler& handler, Reg rest, Reg raised) {
    RegisterScope registers(m_emit);
    Reg parts = m_emit.allocate(2), saved = m_emit.allocate(), exception = m_emit.allocate();
    Label next;
    Reg type = operand(handler.type);
    m_emit.at(handler.type->span).JumpIfNone(rest, next);
    m_emit.MatchGroup(parts, rest, type);
    m_emit.Move(rest, parts + 1);
    m_emit.JumpIfNone(parts, next);
    m_emit.PushHandled(saved, parts);
    if (handler.name)
        store(handler.name, parts);
    Region& region = m_emit.open_region(exception, bound_in_region());
    {
        Block block{.kind = Block::Handled, .base = saved, .name = handler.name, .region = &region};
        BlockScope scope(*this, block);
        body(handler.body);
    }
    m_emit.close_region(region);
    m_emit.at(handler.span).PopHandled(saved);
    unbind_handler_name(handler.name);
    m_emit.Jump(next);
    m_emit.enter_handler(region);
    m_emit.PopHandled(saved);
    unbind_handler_name(handler.name);
    m_emit.ListAppend(raised, exception);
    m_emit.place(next);
}

} // namespace ouro::lang
