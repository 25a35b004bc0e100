// SPDX-License-Identifier: MIT
//
// Calls (Language Reference 6.3.4). The callable and its arguments stand in consecutive registers at the top of the
// frame, where the callee's frame will begin:
//
//      Call          [ callable | arguments ... ]
//      CallMethod    [ function | self or empty | arguments ... ]
//      CallEx        [ callable | positional: any iterable | keywords: dict ]
#include "lang/codegen.hpp"

namespace ouro::lang {

using vm::Value;

// More arguments than this are passed in a list.
static constexpr size_t MAX_ARGUMENTS = 100;
static constexpr size_t MAX_LEADING_KEYWORDS = 15;

bool Codegen::needs_unpacking_call(const Call& node) const {
    for (const Expr* argument : node.args) {
        if (as<Starred>(argument))
            return true;
    }
    for (const Keyword* keyword : node.keywords) {
        if (!keyword->arg)
            return true;
    }
    return node.args.size() + node.keywords.size() > MAX_ARGUMENTS;
}

Value Codegen::keyword_names(const List<Keyword*>& keywords) {
    std::vector<Value> names;
    names.reserve(keywords.size());
    for (const Keyword* keyword : keywords)
        names.push_back(intern(keyword->arg)); // interned: kept alive by the intern table
    return m_emit.constants().tuple(names);
}

// Arguments into consecutive registers from `first`, which the caller allocated.
void Codegen::plain_arguments(const Call& node, Reg first) {
    for (const Expr* argument : node.args)
        generate(argument, first++);
    for (const Keyword* keyword : node.keywords)
        generate(keyword->value, first++);
}

void Codegen::finish_call(const Call& node, bool is_method, Reg window, Reg dst, const Span& span) {
    unsigned count = unsigned(node.args.size() + node.keywords.size());
    m_emit.at(span);
    if (node.keywords.empty()) {
        if (is_method)
            return m_emit.CallMethod(dst, window, count);
        return m_emit.Call(dst, window, count);
    }
    uint32_t names = m_emit.constants().add(keyword_names(node.keywords));
    if (is_method)
        return m_emit.CallMethodKw(dst, window, count, names);
    m_emit.CallKw(dst, window, count, names);
}

// The callable is in `window`, the last register in use.
void Codegen::call(const Call& node, Reg window, Reg dst) {
    RegisterScope registers(m_emit);
    if (is_zero_argument_super(&node)) {
        Reg cls = m_emit.allocate(), self = m_emit.allocate();
        load_super_arguments(cls, self);
        m_emit.at(node.span).Call(dst, window, 2);
        return;
    }
    if (needs_unpacking_call(node)) {
        m_emit.allocate(2);
        return unpacking_call(node, window, dst);
    }
    m_emit.allocate(unsigned(node.args.size() + node.keywords.size()));
    plain_arguments(node, window + 1);
    finish_call(node, false, window, dst, node.span);
}

void Codegen::method_call(const Call& node, const Attribute& method, Reg object, Reg dst) {
    RegisterScope registers(m_emit);
    size_t count = node.args.size() + node.keywords.size();
    if (needs_unpacking_call(node)) {
        Reg window = m_emit.allocate(3);
        m_emit.at(method.span).GetAttr(window, object, intern_mangled(method.attr));
        return unpacking_call(node, window, dst);
    }
    Reg window = m_emit.allocate(unsigned(count + 2));
    m_emit.at(method.span).GetMethod(window, object, intern_mangled(method.attr));
    plain_arguments(node, window + 2);
    // A call that spans lines is shown from the method's name on, as CPython does.
    Span span = node.span;
    if (span.begin.line != span.end.line && method.span.end.line != span.begin.line &&
        method.span.end.column >= method.attr->size())
        span.begin = {method.span.end.line, uint32_t(method.span.end.column - method.attr->size())};
    finish_call(node, true, window, dst, span);
}

// `window`: the callable; its two successors are free.
void Codegen::unpacking_call(const Call& node, Reg window, Reg dst) {
    Reg positional = window + 1;
    auto* only = node.args.size() == 1 ? as<Starred>(node.args[0]) : nullptr;
    if (only) {
        generate(only->value, positional);
    } else {
        m_emit.at(node.span).BuildList(positional, positional, 0);
        extend_list(node.args, 0, positional);
    }
    finish_unpacking_call(node.keywords, window, dst, node.span);
}

void Codegen::finish_unpacking_call(const List<Keyword*>& keywords, Reg window, Reg dst, const Span& span) {
    Reg named = window + 2;
    size_t leading = 0; // keywords before the first `**`
    while (leading < keywords.size() && keywords[leading]->arg && leading < MAX_LEADING_KEYWORDS)
        leading++;
    if (!keywords.empty()) {
        RegisterScope registers(m_emit);
        Reg pairs = m_emit.allocate(unsigned(2 * leading));
        for (size_t i = 0; i < leading; i++) {
            load_constant(intern(keywords[i]->arg), pairs + unsigned(2 * i));
            generate(keywords[i]->value, pairs + unsigned(2 * i + 1));
        }
        m_emit.at(span).BuildMap(named, pairs, unsigned(leading));
    }
    for (size_t i = leading; i < keywords.size(); i++) {
        const Keyword* keyword = keywords[i];
        RegisterScope registers(m_emit);
        if (!keyword->arg) {
            Reg mapping = operand(keyword->value);
            m_emit.at(span).MapMerge(named, mapping, window);
            continue;
        }
        Reg pair = m_emit.allocate(3);
        load_constant(intern(keyword->arg), pair + 1);
        generate(keyword->value, pair + 2);
        m_emit.at(span).BuildMap(pair, pair + 1, 1);
        m_emit.MapMerge(named, pair, window);
    }
    m_emit.at(span).CallEx(dst, window, keywords.empty() ? 0 : 1);
}

// --- super ----------------------------------------------------------------------------------------------------------

// `super()` in a method, where `super` is the builtin: its class is the cell `__class__`, its object the first
// parameter.
bool Codegen::is_zero_argument_super(const Expr* node) {
    auto* call = as<Call>(node);
    if (!call || !call->args.empty() || !call->keywords.empty())
        return false;
    auto* name = as<NameExpr>(call->func);
    if (!name || *name->id != "super" || m_parts.positional_count == 0 || !is_unshadowed_global("super"))
        return false;
    Symbol* cell = m_scope->symbols.find(m_compilation.arena.name("__class__"));
    return cell && cell->home == Home::Free;
}

void Codegen::load_first_parameter(Reg dst) {
    Symbol& first = *m_frame.locals[0];
    if (first.home == Home::Cell)
        return m_emit.LoadCell(dst, first.index);
    check_bound(first);
    m_emit.Move(dst, first.index);
}

void Codegen::load_super_arguments(Reg cls, Reg self) {
    Symbol* cell = m_scope->symbols.find(m_compilation.arena.name("__class__"));
    load_free(cell->index, cls);
    load_first_parameter(self);
}

void Codegen::super_attribute(const Attribute& node, Reg dst) {
    RegisterScope registers(m_emit);
    Reg cls = m_emit.allocate(), self = m_emit.allocate();
    m_emit.at(node.value->span);
    load_super_arguments(cls, self);
    m_emit.at(node.span).GetSuperAttr(dst, cls, self, intern_mangled(node.attr));
}

// super().method(...)
void Codegen::super_call(const Call& node, Reg dst) {
    auto& method = *as<Attribute>(node.func);
    RegisterScope registers(m_emit);
    if (needs_unpacking_call(node)) {
        Reg window = m_emit.allocate(3);
        super_attribute(method, window);
        return unpacking_call(node, window, dst);
    }
    Reg window = m_emit.allocate(unsigned(node.args.size() + node.keywords.size() + 2));
    {
        RegisterScope arguments(m_emit);
        Reg cls = m_emit.allocate(), self = m_emit.allocate();
        m_emit.at(method.value->span);
        load_super_arguments(cls, self);
        m_emit.at(method.span).GetSuperMethod(window, cls, self, intern_mangled(method.attr));
    }
    plain_arguments(node, window + 2);
    finish_call(node, true, window, dst, node.span);
}

} // namespace ouro::lang
