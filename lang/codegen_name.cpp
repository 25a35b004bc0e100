// SPDX-License-Identifier: MIT
//
// Reading, assigning and deleting variables, by the home that scope analysis gave them.
//
// A local variable that is surely bound is read without an instruction: its register is the operand. Where it may be
// unbound, CheckLocal comes first, once; after that it is known to be bound.
#include "lang/codegen.hpp"

namespace ouro::lang {

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
    m_emit.need_clear(symbol.index);
    m_emit.bound().add(symbol.index);
}

void Codegen::load(const NameExpr& node, Reg dst) {
    Symbol& symbol = lookup(node.id);
    m_emit.at(node.span);
    if (m_scope->sees_class && !is_local(symbol))
        return load_class_annotation_name(symbol, dst);
    switch (symbol.home) {
    case Home::Local:
        check_bound(symbol);
        if (dst != symbol.index)
            m_emit.Move(dst, symbol.index);
        return;
    case Home::Cell:
        return m_emit.LoadCell(dst, symbol.index);
    case Home::Free:
        if (m_scope->kind == ScopeKind::Class && !symbol.has(Symbol::NONLOCAL))
            return m_emit.LoadClassFree(dst, symbol.index, intern(symbol.name));
        return m_emit.LoadFree(dst, symbol.index);
    case Home::Global:
        return m_emit.LoadGlobal(dst, intern(symbol.name));
    case Home::Namespace:
        return m_emit.LoadName(dst, intern(symbol.name));
    }
}

// In the annotations of a class body names are looked up in the class's namespace first, as it is when they are
// evaluated (PEP 649).
void Codegen::load_class_annotation_name(const Symbol& symbol, Reg dst) {
    RegisterScope registers(m_emit);
    Label outside, end;
    Reg ns = m_emit.allocate(), key = m_emit.allocate();
    m_emit.LoadFree(ns, m_frame.free_index(m_frame.parent->class_namespace));
    load_constant(intern(symbol.name), key);
    m_emit.JumpIfContains(key, ns, 0, outside);
    m_emit.GetItem(dst, ns, key);
    m_emit.Jump(end);
    m_emit.place(outside);
    if (symbol.home == Home::Free)
        m_emit.LoadFree(dst, symbol.index);
    else
        m_emit.LoadGlobal(dst, intern(symbol.name));
    m_emit.place(end);
}

void Codegen::store(Name name, Reg src) {
    Symbol& symbol = lookup(name);
    switch (symbol.home) {
    case Home::Local:
        if (src != symbol.index)
            m_emit.Move(symbol.index, src);
        m_emit.bound().add(symbol.index);
        return;
    case Home::Cell:
        return m_emit.StoreCell(symbol.index, src);
    case Home::Free:
        return m_emit.StoreFree(src, symbol.index);
    case Home::Global:
        return m_emit.StoreGlobal(src, intern(symbol.name));
    case Home::Namespace:
        return m_emit.StoreName(src, intern(symbol.name));
    }
}

void Codegen::remove(Name name) {
    Symbol& symbol = lookup(name);
    switch (symbol.home) {
    case Home::Local:
        if (!m_emit.bound().has(symbol.index))
            m_emit.need_clear(symbol.index);
        m_emit.DeleteLocal(symbol.index);
        m_emit.bound().remove(symbol.index);
        return;
    case Home::Cell:
        return m_emit.DeleteCell(symbol.index);
    case Home::Free:
        return m_emit.DeleteFree(symbol.index);
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
    if (is_local(symbol)) {
        m_emit.ClearLocal(symbol.index);
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
