// SPDX-License-Identifier: MIT
//
// Annotations (PEP 649 and 749): they are evaluated when somebody asks, by an __annotate__ function that is made with
// the function, class or module that they belong to. It takes a format: 1 (values) and 2 (values, with fake globals)
// give the dictionary; the others are not its business and raise NotImplementedError.
//
// With `from __future__ import annotations` the values are the texts of the annotations (PEP 563).
#include "lang/codegen.hpp"

#include "lang/unparse.hpp"
#include "vm/model/core.hpp"

namespace ouro::lang {

using vm::Code;
using vm::Value;

// `items` adds the annotations to the dictionary in the register that it is given.
Code* Codegen::annotate_code(Scope& scope, const Span& span, const std::function<void(Codegen&, Reg)>& items) {
    Codegen inner(m_compilation, scope, this, "__annotate__");
    inner.m_parts.positional_count = inner.m_parts.positional_only_count = 1;
    inner.m_parts.flags |= Code::SIMPLE_PARAMETERS;
    inner.begin_frame(span);
    Emitter& emit = inner.m_emit;
    RegisterScope registers(emit);
    Label supported;
    emit.JumpIfGreaterK(0u, emit.constants().add(Value::small_int(2)), 0, supported);
    emit.Unsupported(emit.constants().add(intern("annotation format")));
    emit.set_unreachable();
    emit.place(supported);
    Reg map = emit.allocate();
    emit.BuildMap(map, map, 0);
    items(inner, map);
    emit.at(span).Return(map);
    return inner.finish(span);
}

void Codegen::annotation_item(Name name, const Expr* annotation, Reg map) {
    if (!annotation)
        return;
    RegisterScope registers(m_emit);
    Reg key = m_emit.allocate();
    m_emit.at(annotation->span);
    load_constant(intern_mangled(name), key);
    Reg value = m_emit.allocate();
    if (m_compilation.has_future_annotations) {
        Literal text{Literal::Kind::Str, 0, m_compilation.arena.name(unparse(*annotation))};
        load_constant(literal(text, annotation->span), value);
    } else if (auto* starred = as<Starred>(annotation)) { // `*args: *Ts` (PEP 646)
        Reg items = operand(starred->value);
        m_emit.Unpack(value, items, 1);
    } else {
        generate(annotation, value);
    }
    m_emit.at(annotation->span).MapAdd(map, key, value);
}

Code* Codegen::parameters_annotate_code(const Arguments& arguments, const Expr* returns, Scope& scope,
                                        const Span& span) {
    return annotate_code(*scope.annotations, span, [&](Codegen& inner, Reg map) {
        auto add = [&](const Arg* arg) {
            if (arg)
                inner.annotation_item(arg->name, arg->annotation, map);
        };
        for (const Arg* arg : arguments.posonlyargs)
            add(arg);
        for (const Arg* arg : arguments.args)
            add(arg);
        add(arguments.vararg);
        for (const Arg* arg : arguments.kwonlyargs)
            add(arg);
        add(arguments.kwarg);
        inner.annotation_item(m_compilation.arena.name("return"), returns, map);
    });
}

// Stores the __annotate__ function of this class or module, if it has annotations.
void Codegen::store_annotate(const Span& span) {
    if (!m_frame.annotations)
        return;
    RegisterScope registers(m_emit);
    Reg function = m_emit.allocate();
    make_function(
        nullptr, nullptr, *m_frame.annotations,
        [&] {
            return annotate_code(*m_frame.annotations, span, [&](Codegen& inner, Reg map) {
                for (const AnnAssign* node : m_frame.annotated)
                    inner.annotation_item(as<NameExpr>(node->target)->id, node->annotation, map);
            });
        },
        span, function);
    m_emit.at(span);
    if (m_frame.kind == ScopeKind::Class)
        m_emit.StoreName(function, intern("__annotate_func__"));
    else if (m_compilation.names_in_namespace)
        m_emit.StoreName(function, intern("__annotate__"));
    else
        m_emit.StoreGlobal(function, intern("__annotate__"));
}

} // namespace ouro::lang
