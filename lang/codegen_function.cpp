// SPDX-License-Identifier: MIT
//
// Function definitions and lambdas (Language Reference 8.7, 6.14). Decorators are evaluated first, then defaults; then
// the function is made; then the decorators are applied, the last one first.
#include "lang/codegen.hpp"

#include "lang/docstring.hpp"
#include "vm/model/core.hpp"

namespace ouro::lang {

using vm::Code;
using vm::Value;

// --- Decorators -----------------------------------------------------------------------------------------------------

// The decorators in consecutive registers; the decorated object goes behind them, so that each call finds its argument.
// Where there are too many they wait in far registers, with one near register, which is returned, for the calls.
Reg Codegen::begin_decorators(const List<Expr*>& decorators) {
    Reg first = m_emit.next_register();
    if (m_emit.has_room(decorators.size())) {
        for (const Expr* decorator : decorators)
            generate(decorator, m_emit.allocate());
        return first;
    }
    m_emit.allocate();
    Reg far = m_emit.allocate_far(decorators.size());
    for (size_t i = 0; i < decorators.size(); i++) {
        generate(decorators[i], first);
        m_emit.StoreFar(first, far + i);
    }
    return first;
}

// `object` is what they decorate; returns where the result is.
Reg Codegen::apply_decorators(const List<Expr*>& decorators, Reg first, Reg object) {
    if (object == first + decorators.size()) {
        for (size_t i = decorators.size(); i-- > 0;) {
            Reg window = first + unsigned(i);
            m_emit.at(decorators[i]->span).Call(window, window, 1);
        }
        return first;
    }
    Reg far = m_emit.next_far() - Reg(decorators.size());
    for (size_t i = decorators.size(); i-- > 0;) {
        m_emit.at(decorators[i]->span).LoadFar(first, far + i);
        m_emit.Call(object, first, 1);
    }
    return object;
}

// --- Making functions -----------------------------------------------------------------------------------------------

static constexpr size_t MAX_CELLS_IN_A_ROW = 30;

// A tuple of the cells that the function's free variables are.
void Codegen::closure_tuple(const Scope& scope, Reg dst) {
    RegisterScope registers(m_emit);
    if (scope.frees.size() <= MAX_CELLS_IN_A_ROW) {
        Reg first = m_emit.allocate(unsigned(scope.frees.size()));
        for (size_t i = 0; i < scope.frees.size(); i++)
            load_cell_itself(*scope.frees[i], first + unsigned(i));
        return m_emit.BuildTuple(dst, first, unsigned(scope.frees.size()));
    }
    Reg list = m_emit.allocate(), cell = m_emit.allocate();
    m_emit.BuildList(list, list, 0);
    for (const Symbol* origin : scope.frees) {
        load_cell_itself(*origin, cell);
        m_emit.ListAppend(list, cell);
    }
    m_emit.ListToTuple(dst, list);
}

void Codegen::load_cell_itself(const Symbol& origin, Reg dst) {
    if (origin.scope->host != &m_frame)
        m_emit.LoadFreeCell(dst, m_frame.free_index(&origin));
    else if (is_far(origin.index))
        m_emit.LoadFar(dst, origin.index);
    else
        m_emit.Move(dst, origin.index);
}

bool Codegen::keyword_default_values(const Arguments& arguments, Reg dst) {
    bool is_empty = true;
    for (size_t i = 0; i < arguments.kwonlyargs.size(); i++) {
        if (!arguments.kw_defaults[i])
            continue;
        if (is_empty)
            m_emit.BuildMap(dst, dst, 0);
        is_empty = false;
        RegisterScope registers(m_emit);
        Reg key = m_emit.allocate();
        load_constant(intern_mangled(arguments.kwonlyargs[i]->name), key);
        Reg value = operand(arguments.kw_defaults[i]);
        m_emit.MapAdd(dst, key, value);
    }
    return !is_empty;
}

static bool has_keyword_defaults(const Arguments& arguments) {
    for (const Expr* value : arguments.kw_defaults) {
        if (value)
            return true;
    }
    return false;
}

// A function whose code `make_code` makes of `scope`. `arguments` and `returns` may be null.
void Codegen::make_function(const Arguments* arguments, const Expr* returns, Scope& scope,
                            const std::function<Code*()>& make_code, const Span& span, Reg dst) {
    RegisterScope registers(m_emit);
    unsigned flags = 0;
    Reg first = m_emit.next_register();
    m_emit.at(span);
    if (arguments && !arguments->defaults.empty()) {
        flags |= 1;
        tuple(arguments->defaults, m_emit.allocate());
    }
    if (arguments && has_keyword_defaults(*arguments)) {
        flags |= 2;
        keyword_default_values(*arguments, m_emit.allocate());
    }
    if (scope.annotations && scope.kind == ScopeKind::Function) {
        flags |= 4;
        Reg annotate = m_emit.allocate();
        make_function(
            nullptr, nullptr, *scope.annotations,
            [&] { return parameters_annotate_code(*arguments, returns, scope, span); }, span, annotate);
    }
    m_emit.at(span);
    if (!scope.frees.empty()) {
        flags |= 8;
        closure_tuple(scope, m_emit.allocate());
    }
    Code* code = make_code();
    if (!code)
        return;
    m_emit.at(span).MakeFunction(dst, flags ? first : dst, flags, m_emit.constants().add(code));
}

void Codegen::function_definition(const FunctionDef& node) {
    RegisterScope registers(m_emit);
    Scope& scope = *m_compilation.scopes.find(&node);
    Reg first = begin_decorators(node.decorators);
    auto local = node.decorators.empty() && is_local(lookup(node.name)) ? std::optional<Reg>(lookup(node.name).index)
                                                                        : std::nullopt;
    Reg function = local ? *local : m_emit.allocate();
    make_function(
        node.arguments, node.returns, scope, [&] { return function_code(node); }, node.span, function);
    Reg result = node.decorators.empty() ? function : apply_decorators(node.decorators, first, function);
    m_emit.at(node.span);
    store(node.name, result);
}

void Codegen::lambda(const Lambda& node, Reg dst) {
    Scope& scope = *m_compilation.scopes.find(&node);
    make_function(
        node.arguments, nullptr, scope, [&] { return lambda_code(node); }, node.span, dst);
}

// --- Their code -----------------------------------------------------------------------------------------------------

void Codegen::count_parameters(const Arguments& arguments) {
    m_parts.positional_only_count = uint32_t(arguments.posonlyargs.size());
    m_parts.positional_count = uint32_t(arguments.posonlyargs.size() + arguments.args.size());
    m_parts.keyword_only_count = uint32_t(arguments.kwonlyargs.size());
    if (arguments.vararg)
        m_parts.flags |= Code::VARARGS;
    if (arguments.kwarg)
        m_parts.flags |= Code::VARKEYWORDS;
    if (!arguments.vararg && !arguments.kwarg && arguments.kwonlyargs.empty())
        m_parts.flags |= Code::SIMPLE_PARAMETERS;
}

Code* Codegen::function_code(const FunctionDef& node) {
    Scope& scope = *m_compilation.scopes.find(&node);
    Codegen inner(m_compilation, scope, this, *node.name);
    inner.count_parameters(*node.arguments);
    if (scope.has_yield)
        inner.m_parts.flags |= node.is_async ? Code::ASYNC_GENERATOR : Code::GENERATOR;
    else if (node.is_async)
        inner.m_parts.flags |= Code::COROUTINE;
    Span span = node.span;
    if (!node.decorators.empty())
        span.begin = node.decorators[0]->span.begin;
    inner.begin_frame({span.begin, span.begin});
    if (auto text = docstring(node.body)) {
        inner.m_parts.flags |= Code::HAS_DOCSTRING;
        Literal text_literal{Literal::Kind::Str, 0, m_compilation.arena.name(*text)};
        inner.m_parts.docstring = literal(text_literal, node.span);
    }
    inner.body(node.body);
    return inner.finish(span);
}

Code* Codegen::lambda_code(const Lambda& node) {
    Scope& scope = *m_compilation.scopes.find(&node);
    Codegen inner(m_compilation, scope, this, "<lambda>");
    inner.count_parameters(*node.arguments);
    if (scope.has_yield)
        inner.m_parts.flags |= Code::GENERATOR;
    inner.begin_frame(node.span);
    Reg value = inner.operand(node.body);
    inner.m_emit.at(node.body->span).Return(value);
    return inner.finish(node.span);
}

} // namespace ouro::lang
