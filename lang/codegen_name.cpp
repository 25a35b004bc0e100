// SPDX-License-Identifier: MIT
//
// Reading, assigning and deleting variables, by the home that scope analysis gave them.
//
// A local variable that is surely bound is read without an instruction: its register is the operand. Where it may be
// unbound, CheckLocal comes first, once; after that it is known to be bound.
#include "lang/codegen.hpp"

namespace ouro::lang {

static constexpr unsigned MAX_NEAR_FREES = 256;

Symbol& Codegen::lookup(Name name) {
    return *m_scope->symbols.find(mangle(m_compilation.arena, m_scope->class_name, name));
}

vm::Str* Codegen::intern_mangled(Name name) {
    return intern(mangle(m_compilation.arena, m_scope->class_name, name));
}

std::optional<Reg> Codegen::local_target(const Expr* target) {
    auto* name = as<NameExpr>(target);
    if (!name)
        return std::nullopt;
    Symbol& symbol = lookup(name->id);
    return is_local(symbol) ? std::optional<Reg>(symbol.index) : std::nullopt;
}

void Codegen::check_bound(const Symbol& symbol) {
    if (m_emit.bound().has(symbol.index))
        return;
    m_emit.CheckLocal(symbol.index);
    m_emit.bound().add(symbol.index);
}

// A register that holds the variable's cell: its own, or a temporary one.
Reg Codegen::cell_of(const Symbol& symbol) {
    if (!is_far(symbol.index))
        return symbol.index;
    Reg cell = m_emit.allocate();
    m_emit.LoadFar(cell, symbol.index);
    return cell;
}

void Codegen::clear_local(const Symbol& symbol) {
    if (!is_far(symbol.index))
        return m_emit.ClearLocal(symbol.index);
    RegisterScope registers(m_emit);
    Reg nothing = m_emit.allocate();
    m_emit.ClearLocal(nothing);
    m_emit.StoreFar(nothing, symbol.index);
}

// The cell of a free variable that LoadFree and its like cannot name.
Reg Codegen::free_cell(unsigned index) {
    Reg cell = m_emit.allocate();
    m_emit.LoadFreeCell(cell, index);
    return cell;
}

void Codegen::load_free(unsigned index, Reg dst) {
    if (index < MAX_NEAR_FREES)
        return m_emit.LoadFree(dst, index);
    RegisterScope registers(m_emit);
    m_emit.LoadCell(dst, free_cell(index));
}

void Codegen::load(const NameExpr& node, Reg dst) {
    RegisterScope registers(m_emit);
    Symbol& symbol = lookup(node.id);
    m_emit.at(node.span);
    if (m_scope->sees_class && !is_local(symbol))
        return load_class_annotation_name(symbol, dst);
    switch (symbol.home) {
    case Home::Local:
        if (!is_local(symbol))
            return m_emit.LoadFar(dst, symbol.index);
        check_bound(symbol);
        if (dst != symbol.index)
            m_emit.Move(dst, symbol.index);
        return;
    case Home::Cell:
        return m_emit.LoadCell(dst, cell_of(symbol));
    case Home::Free:
        if (m_scope->kind == ScopeKind::Class && !symbol.has(Symbol::NONLOCAL))
            return load_class_free(symbol, dst);
        return load_free(symbol.index, dst);
    case Home::Global:
        return m_emit.LoadGlobal(dst, intern(symbol.name));
    case Home::Namespace:
        return m_emit.LoadName(dst, intern(symbol.name));
    }
}

void Codegen::load_class_free(const Symbol& symbol, Reg dst) {
    if (symbol.index < MAX_NEAR_FREES)
        return m_emit.LoadClassFree(dst, symbol.index, intern(symbol.name));
    RegisterScope registers(m_emit);
    m_emit.LoadClassCell(dst, free_cell(symbol.index), intern(symbol.name));
}

// In the annotations of a class body names are looked up in the class's namespace first, as it is when they are
// evaluated (PEP 649).
void Codegen::load_class_annotation_name(const Symbol& symbol, Reg dst) {
    RegisterScope registers(m_emit);
    Label outside, end;
    Reg ns = m_emit.allocate(), key = m_emit.allocate();
    load_free(unsigned(m_frame.free_index(m_frame.parent->class_namespace)), ns);
    load_constant(intern(symbol.name), key);
    m_emit.JumpIfContains(key, ns, 0, outside);
    m_emit.GetItem(dst, ns, key);
    m_emit.Jump(end);
    m_emit.place(outside);
    if (symbol.home == Home::Free)
        load_free(symbol.index, dst);
    else
        m_emit.LoadGlobal(dst, intern(symbol.name));
    m_emit.place(end);
}

void Codegen::store(Name name, Reg src) {
    Symbol& symbol = lookup(name);
    RegisterScope registers(m_emit);
    switch (symbol.home) {
    case Home::Local:
        if (!is_local(symbol))
            return m_emit.StoreFar(src, symbol.index);
        if (src != symbol.index)
            m_emit.Move(symbol.index, src);
        m_emit.bound().add(symbol.index);
        return;
    case Home::Cell:
        return m_emit.StoreCell(cell_of(symbol), src);
    case Home::Free:
        if (symbol.index < MAX_NEAR_FREES)
            return m_emit.StoreFree(src, symbol.index);
        return m_emit.StoreCell(free_cell(symbol.index), src);
    case Home::Global:
        return m_emit.StoreGlobal(src, intern(symbol.name));
    case Home::Namespace:
        return m_emit.StoreName(src, intern(symbol.name));
    }
}

void Codegen::remove(Name name) {
    Symbol& symbol = lookup(name);
    RegisterScope registers(m_emit);
    switch (symbol.home) {
    case Home::Local:
        if (!is_local(symbol)) {
            m_emit.LoadFar(m_emit.allocate(), symbol.index); // fails when it is not bound
            return clear_local(symbol);
        }
        m_emit.DeleteLocal(symbol.index);
        m_emit.bound().remove(symbol.index);
        return;
    case Home::Cell:
        return m_emit.DeleteCell(cell_of(symbol));
    case Home::Free:
        if (symbol.index < MAX_NEAR_FREES)
            return m_emit.DeleteFree(symbol.index);
        return m_emit.DeleteCell(free_cell(symbol.index));
    case Home::Global:
        return m_emit.DeleteGlobal(intern(symbol.name));
    case Home::Namespace:
        return m_emit.DeleteName(intern(symbol.name));
    }
}

// The end of `except ... as name`: `name = None; del name`, which never fails (Language Reference 8.4.1).
void Codegen::unbind_handler_name(Name name) {
    if (!name)
        return;
    Symbol& symbol = lookup(name);
    if (symbol.home == Home::Local) {
        clear_local(symbol);
        if (is_local(symbol))
            m_emit.bound().remove(symbol.index);
        return;
    }
    RegisterScope registers(m_emit);
    Reg none = m_emit.allocate();
    load_constant(vm::Value::none(), none);
    store(name, none);
    remove(name);
}

// True when `name`, used here, can only mean the builtin: nothing in the module assigns it.
bool Codegen::is_unshadowed_global(std::string_view text) {
    Name name = m_compilation.arena.name(text);
    Symbol* symbol = m_scope->symbols.find(name);
    if (!symbol || symbol->home != Home::Global)
        return false;
    Symbol* global = m_compilation.scopes.module->symbols.find(name);
    return !global || !global->has(Symbol::ASSIGNED);
}

} // namespace ouro::lang
