// SPDX-License-Identifier: MIT
//
// Class definitions (Language Reference 8.8): __build_class__(body function, name, *bases, **keywords). The body runs
// in the namespace of the class to be.
#include "lang/codegen.hpp"

#include "lang/docstring.hpp"
#include "vm/model/core.hpp"

#include <algorithm>

namespace ouro::lang {

using vm::Code;
using vm::Value;

// More bases and keywords than this are passed in a list.
static constexpr size_t MAX_BASES = 100;

void Codegen::class_definition(const ClassDef& node) {
    RegisterScope registers(m_emit);
    Reg first = begin_decorators(node.decorators);
    Reg result = m_emit.next_register();
    Reg window = m_emit.allocate(3);
    m_emit.at(node.span).LoadBuildClass(window);
    make_function(
        nullptr, nullptr, *m_compilation.scopes.find(&node), [&] { return class_code(node); }, node.span, window + 1);
    load_constant(intern(node.name), window + 2);
    class_arguments(node, window, result);
    if (!node.decorators.empty())
        result = apply_decorators(node.decorators, first, result);
    m_emit.at(node.span);
    store(node.name, result);
}

// `window`: __build_class__, the body function and the name.
void Codegen::class_arguments(const ClassDef& node, Reg window, Reg dst) {
    auto is_starred = [](const Expr* base) { return base->kind == ExprKind::Starred; };
    auto is_unpacked = [](const Keyword* keyword) { return !keyword->arg; };
    size_t count = node.bases.size() + node.keywords.size();
    if (count > MAX_BASES || std::any_of(node.bases.begin(), node.bases.end(), is_starred) ||
        std::any_of(node.keywords.begin(), node.keywords.end(), is_unpacked)) {
        m_emit.BuildList(window + 1, window + 1, 2);
        extend_list(node.bases, 0, window + 1);
        return finish_unpacking_call(node.keywords, window, dst, node.span);
    }
    m_emit.allocate(unsigned(count));
    Reg argument = window + 3;
    for (const Expr* base : node.bases)
        generate(base, argument++);
    for (const Keyword* keyword : node.keywords)
        generate(keyword->value, argument++);
    m_emit.at(node.span);
    if (node.keywords.empty())
        return m_emit.Call(dst, window, count + 2);
    m_emit.CallKw(dst, window, count + 2, m_emit.constants().add(keyword_names(node.keywords)));
}

Code* Codegen::class_code(const ClassDef& node) {
    Scope& scope = *m_compilation.scopes.find(&node);
    Codegen inner(m_compilation, scope, this, *node.name);
    inner.m_parts.flags |= Code::NAMESPACE;
    Span span = node.span;
    if (!node.decorators.empty())
        span.begin = node.decorators[0]->span.begin;
    inner.begin_frame({span.begin, span.begin});
    inner.class_prologue(node, span);
    inner.body(node.body);
    inner.class_epilogue(span);
    return inner.finish(span);
}

void Codegen::class_prologue(const ClassDef& node, const Span& span) {
    RegisterScope registers(m_emit);
    Reg value = m_emit.allocate();
    m_emit.LoadName(value, intern("__name__"));
    m_emit.StoreName(value, intern("__module__"));
    load_constant(vm::intern(vm(), m_qualname), value);
    m_emit.StoreName(value, intern("__qualname__"));
    load_constant(Value::small_int(span.begin.line), value);
    m_emit.StoreName(value, intern("__firstlineno__"));
    if (auto text = docstring(node.body))
        store_docstring(*text, node.body[0]->span);
}

void Codegen::class_epilogue(const Span& span) {
    RegisterScope registers(m_emit);
    store_annotate(span);
    std::sort(m_static_attributes.begin(), m_static_attributes.end(), [](Name a, Name b) { return *a < *b; });
    std::vector<Value> names;
    for (Name name : m_static_attributes)
        names.push_back(intern(name)); // interned: kept alive by the intern table
    Reg value = m_emit.allocate();
    m_emit.at({span.begin, span.begin});
    load_constant(m_emit.constants().tuple(names), value);
    m_emit.StoreName(value, intern("__static_attributes__"));
    if (m_frame.class_cell)
        m_emit.StoreName(m_frame.class_cell->index, intern("__classcell__"));
}

// `self.name = ...` in a method: the class lists it in __static_attributes__.
void Codegen::note_static_attribute(const Attribute& node) {
    auto* object = as<NameExpr>(node.value);
    if (!object || *object->id != "self")
        return;
    for (Codegen* outer = m_outer; outer; outer = outer->m_outer) {
        if (outer->m_frame.kind != ScopeKind::Class)
            continue;
        auto& names = outer->m_static_attributes;
        if (outer->m_static_attribute_set.insert(node.attr).second)
            names.push_back(node.attr);
        return;
    }
}

} // namespace ouro::lang
