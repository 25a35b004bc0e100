// SPDX-License-Identifier: MIT
//
// The frame of all generated code: what comes first, what comes last, and the Code made of it.
#include "lang/codegen.hpp"

#include "lang/docstring.hpp"
#include "vm/model/core.hpp"
#include "vm/run/verify.hpp"

#include <algorithm>

namespace ouro::lang {

using vm::Code;
using vm::Value;

Codegen::Codegen(Compilation& compilation, Scope& scope, Codegen* outer, std::string_view name)
    : m_compilation(compilation), m_frame(scope), m_scope(&scope), m_outer(outer),
      m_local_count(unsigned(scope.locals.size())),
      m_emit(compilation.vm, unsigned(scope.locals.size()), compilation.has_long_jumps) {
    m_parts.name = intern(name);
    m_qualname = outer ? outer->qualname(name) : std::string(name);
    for (const Symbol* symbol : scope.locals) {
        if (symbol->has(Symbol::DELETED) && !is_far(symbol->index))
            m_deleted.add(symbol->index);
        m_has_walrus |= symbol->has(Symbol::WALRUS);
    }
}

// PEP 3155, of something with this name that is defined here.
std::string Codegen::qualname(std::string_view name) const {
    if (m_frame.kind == ScopeKind::Module)
        return std::string(name);
    if (Symbol* symbol = m_scope->symbols.find(m_compilation.arena.name(name)); symbol && symbol->has(Symbol::GLOBAL))
        return std::string(name);
    return m_qualname + (m_frame.kind == ScopeKind::Class ? "." : ".<locals>.") + std::string(name);
}

// Everything before the body: generators leave the caller's stack, captured variables become cells. Locals begin empty,
// since whatever is called may look at them (f_locals).
void Codegen::begin_frame(const Span& span) {
    m_emit.at(span);
    if (m_parts.flags & Code::ANY_GENERATOR)
        m_emit.ReturnGenerator();
    move_far_parameters();
    for (Symbol* symbol : m_frame.locals) {
        bool is_parameter = symbol->has(Symbol::PARAMETER);
        if (symbol->scope != &m_frame) { // a comprehension's, which makes it
            m_emit.need_clear(symbol->index);
            continue;
        }
        if (!is_parameter)
            m_emit.need_clear(symbol->index);
        if (symbol == m_frame.class_namespace)
            m_emit.LoadNamespace(symbol->index);
        if (symbol->home == Home::Cell)
            make_cell(*symbol);
        else if (is_parameter && is_local(*symbol))
            m_emit.bound().add(symbol->index);
    }
}

void Codegen::make_cell(const Symbol& symbol) {
    if (!is_far(symbol.index))
        return m_emit.MakeCell(symbol.index);
    RegisterScope registers(m_emit);
    Reg cell = m_emit.allocate();
    if (symbol.has(Symbol::PARAMETER))
        m_emit.LoadFar(cell, symbol.index);
    else
        m_emit.ClearLocal(cell);
    m_emit.MakeCell(cell);
    m_emit.StoreFar(cell, symbol.index);
}

// Calls leave the parameters side by side from register 0 on. Those that do not fit into near registers go where far
// locals live: upwards, so the last one first. The last near register helps as soon as what it held is safe.
void Codegen::move_far_parameters() {
    constexpr Reg helper = Emitter::REGISTER_LIMIT - 1;
    unsigned count = unsigned(std::count_if(m_frame.locals.begin(), m_frame.locals.end(),
                                            [](const Symbol* symbol) { return symbol->has(Symbol::PARAMETER); }));
    Reg safe = vm::local_register(m_local_count);
    if (count > helper)
        m_emit.StoreFar(helper, safe);
    for (Reg i = count; i-- > vm::NEAR_LOCALS;) {
        if (i >= helper)
            m_emit.LoadFar(helper, i == helper ? safe : i);
        m_emit.StoreFar(std::min(i, helper), vm::local_register(i));
    }
}

void Codegen::fill_parts(const Span& span) {
    vm::VM& vm = m_compilation.vm;
    m_parts.qualname = vm::intern(vm, m_qualname);
    m_parts.filename = m_compilation.filename;
    m_parts.text = m_compilation.text;
    m_parts.first_line = span.begin.line;
    m_parts.local_count = m_local_count;
    if (m_frame.is_nested)
        m_parts.flags |= Code::NESTED;
    if (m_compilation.has_future_annotations)
        m_parts.flags |= Code::FUTURE_ANNOTATIONS;
    for (const Symbol* symbol : m_frame.locals) {
        m_parts.local_names.push_back(intern(symbol->name));
        if (symbol->home == Home::Cell)
            m_parts.cell_names.push_back(intern(symbol->name));
    }
    for (const Symbol* symbol : m_frame.frees)
        m_parts.free_names.push_back(intern(symbol->name));
}

Code* Codegen::finish(const Span& span) {
    m_emit.ReturnNone();
    emit_deferred();
    if (m_emit.out_of_registers())
        fail("expression or statement too complex: it needs more than " + std::to_string(Emitter::REGISTER_LIMIT) +
                 " registers",
             m_emit.overflow_span());
    if (m_emit.too_long() && m_compilation.has_long_jumps)
        fail("function or module too long", span);
    else
        m_compilation.needs_long_jumps |= m_emit.too_long();
    if (m_compilation.failed())
        return nullptr;
    fill_parts(span);
    m_emit.finish(m_parts);
    Code* code = vm::make_code(m_compilation.vm, m_parts);
#ifndef NDEBUG
    std::string problem = vm::verify(*code);
    if (!problem.empty())
        vm::verification_failed(problem.c_str(), __FILE__, __LINE__);
#endif
    return code;
}

std::optional<std::string> Codegen::docstring(const List<Stmt*>& body) {
    auto* statement = body.empty() ? nullptr : as<ExprStmt>(body[0]);
    auto* constant = statement ? as<Constant>(statement->value) : nullptr;
    if (m_compilation.optimize_level >= 2 || !constant || constant->value.kind != Literal::Kind::Str)
        return std::nullopt;
    return clean_docstring(*constant->value.text);
}

void Codegen::store_docstring(const std::string& text, const Span& span) {
    Literal literal_text{Literal::Kind::Str, 0, m_compilation.arena.name(text)};
    RegisterScope registers(m_emit);
    Reg value = m_emit.allocate();
    m_emit.at(span);
    load_constant(literal(literal_text, span), value);
    if (m_frame.kind == ScopeKind::Class || m_compilation.names_in_namespace)
        m_emit.StoreName(value, intern("__doc__"));
    else
        m_emit.StoreGlobal(value, intern("__doc__"));
}

Code* Codegen::module(const Module& module) {
    Span span{{1, 0}, {1, 0}};
    m_parts.flags = m_compilation.names_in_namespace ? Code::NAMESPACE : Code::NAMESPACE | Code::MODULE;
    if (m_frame.has_await)
        m_parts.flags |= Code::COROUTINE;
    begin_frame(span);
    if (m_compilation.is_expression) {
        RegisterScope registers(m_emit);
        auto* expression = as<ExprStmt>(module.body[0]);
        Reg value = operand(expression->value);
        m_emit.at(expression->span).Return(value);
        return finish(span);
    }
    auto text = m_compilation.is_interactive ? std::nullopt : docstring(module.body);
    if (text)
        store_docstring(*text, module.body[0]->span);
    store_annotate(span);
    body(module.body);
    return finish(span);
}

} // namespace ouro::lang
