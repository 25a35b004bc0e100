// SPDX-License-Identifier: MIT
//
// Expressions (Language Reference, chapter 6), evaluated left to right.
//
// Operators, calls, attributes and subscripts nest on their left sides without limit ("spines"): those are walked in a
// loop, with the value so far in one register.
#include "lang/codegen.hpp"
#include "lang/spine.hpp"

#include "vm/model/core.hpp"

namespace ouro::lang {

using vm::Op;
using vm::Value;

bool Codegen::is_too_deep() {
    char here = 0;
    if (reinterpret_cast<uintptr_t>(&here) >= m_compilation.stack_limit)
        return m_compilation.failed();
    if (!m_compilation.failed())
        m_compilation.raised = vm().recursion_error("maximum recursion depth exceeded during compilation").exception;
    return true;
}

// --- Operands -------------------------------------------------------------------------------------------------------

Reg Codegen::operand(const Expr* node) {
    if (auto* name = as<NameExpr>(node)) {
        Symbol& symbol = lookup(name->id);
        if (is_local(symbol) && *name->id != "__debug__") {
            m_emit.at(node->span);
            check_bound(symbol);
            return symbol.index;
        }
    }
    if (auto* walrus = as<NamedExpr>(node)) {
        if (auto target = local_target(walrus->target)) {
            assign(walrus->target, walrus->value);
            return *target;
        }
    }
    Reg reg = m_emit.allocate();
    generate(node, reg);
    return reg;
}

static bool may_assign(const Expr* node) {
    return node && node->kind != ExprKind::Constant && node->kind != ExprKind::NameExpr;
}

Reg Codegen::operand_before(const Expr* node, const Expr* later) {
    return operand_before(node, m_has_walrus && may_assign(later));
}

Reg Codegen::operand_before(const Expr* node, bool may_change) {
    Reg reg = operand(node);
    if (!may_change || !m_has_walrus || is_temporary(reg))
        return reg;
    Reg copy = m_emit.allocate();
    m_emit.Move(copy, reg);
    return copy;
}

void Codegen::load_constant(Value value, Reg dst) {
    if (value.is_small_int() && value.small_int() == int16_t(value.small_int()))
        return m_emit.LoadInt(dst, value.small_int());
    if (!m_emit.is_reachable())
        return;
    uint32_t index = m_emit.constants().add(value);
    if (index <= UINT16_MAX)
        m_emit.LoadConst(dst, index);
    else
        m_emit.LoadConstFar(dst, index);
}

// The index of a constant expression's value where it fits the K forms of instructions.
std::optional<unsigned> Codegen::constant_operand(const Expr* node) {
    Value value = constant(node);
    if (value.is_empty() || !m_emit.is_reachable())
        return std::nullopt;
    uint32_t index = m_emit.constants().add(value);
    return index <= UINT8_MAX ? std::optional<unsigned>(index) : std::nullopt;
}

void Codegen::effect(const Expr* node) {
    RegisterScope registers(m_emit);
    operand(node);
}

// --- All kinds ------------------------------------------------------------------------------------------------------

// Whether so few registers are left that the temporaries in use are put aside while `node` is evaluated.
bool Codegen::must_spill(const Expr* node) const {
    if (m_emit.has_room(0) || node->kind == ExprKind::Constant || node->kind == ExprKind::NameExpr)
        return false;
    return m_emit.next_register() >= m_emit.spill_floor() + Emitter::ROOM; // else nothing is gained
}

void Codegen::generate_spilled(const Expr* node, Reg dst) {
    RegisterScope registers(m_emit);
    Reg first = m_emit.spill_floor(), next = m_emit.next_register();
    Reg saved = m_emit.allocate_far(next - first), result = m_emit.allocate_far();
    m_emit.at(node->span).SaveFar(first, next - first, saved);
    m_emit.release_to(first + 1);
    generate_here(node, first);
    m_emit.StoreFar(first, result);
    m_emit.release_to(next);
    m_emit.RestoreFar(first, next - first, saved);
    m_emit.LoadFar(dst, result);
}

void Codegen::generate(const Expr* node, Reg dst) {
    if (must_spill(node))
        return generate_spilled(node, dst);
    generate_here(node, dst);
}

void Codegen::generate_here(const Expr* node, Reg dst) {
    if (is_too_deep())
        return;
    m_emit.at(node->span);
    switch (node->kind) {
    case ExprKind::Constant:
        return load_constant(literal(as<Constant>(node)->value, node->span), dst);
    case ExprKind::NameExpr:
        return name(*as<NameExpr>(node), dst);
    case ExprKind::BinOp:
    case ExprKind::Call:
    case ExprKind::Attribute:
    case ExprKind::Subscript:
        return generate_spine(node, dst);
    case ExprKind::UnaryOp:
        return unary(*as<UnaryOp>(node), dst);
    case ExprKind::BoolOp:
        return bool_op(*as<BoolOp>(node), dst);
    case ExprKind::Compare:
        return compare(*as<Compare>(node), dst);
    case ExprKind::IfExp:
        return conditional(*as<IfExp>(node), dst);
    case ExprKind::NamedExpr:
        return named(*as<NamedExpr>(node), dst);
    case ExprKind::Lambda:
        return lambda(*as<Lambda>(node), dst);
    case ExprKind::ListExpr:
        return list(as<ListExpr>(node)->elements, dst);
    case ExprKind::TupleExpr:
        return tuple(as<TupleExpr>(node)->elements, dst);
    case ExprKind::Set:
        return set(*as<Set>(node), dst);
    case ExprKind::Dict:
        return dict(*as<Dict>(node), dst);
    case ExprKind::ListComp:
        return comprehension(*node, as<ListComp>(node)->generators, dst);
    case ExprKind::SetComp:
        return comprehension(*node, as<SetComp>(node)->generators, dst);
    case ExprKind::DictComp:
        return comprehension(*node, as<DictComp>(node)->generators, dst);
    case ExprKind::GeneratorExp:
        return generator_expression(*as<GeneratorExp>(node), dst);
    case ExprKind::JoinedStr:
        return joined(*as<JoinedStr>(node), dst);
    case ExprKind::FormattedValue:
        return formatted(*as<FormattedValue>(node), dst);
    case ExprKind::Slice:
        return slice(*as<Slice>(node), dst);
    case ExprKind::Yield:
        return yield(*as<Yield>(node), dst);
    case ExprKind::YieldFrom:
        return yield_from(*as<YieldFrom>(node), dst);
    case ExprKind::Await:
        return await(*as<Await>(node), dst);
    case ExprKind::Starred: // refused by checks.cpp
    case ExprKind::TemplateStr:
    case ExprKind::Interpolation:
        return;
    }
}

void Codegen::name(const NameExpr& node, Reg dst) {
    if (Value value = constant(&node))
        return load_constant(value, dst);
    load(node, dst);
}

void Codegen::await(const Await& node, Reg dst) {
    RegisterScope registers(m_emit);
    Reg awaitable = operand(node.value);
    m_emit.at(node.span);
    await(awaitable, 0, dst);
}

// --- Spines ---------------------------------------------------------------------------------------------------------

static bool is_call_of(const Expr* step, const Expr* callee) {
    auto* call = as<Call>(step);
    return call && call->func == callee;
}

// The register of what a spine starts from: `scratch`, or a local variable's own.
Reg Codegen::spine_base(const Expr* node, const Expr* next, Reg scratch) {
    const Expr* later = nullptr;
    if (auto* binary = as<BinOp>(next))
        later = binary->right;
    else if (auto* subscript = as<Subscript>(next))
        later = subscript->index;
    if ((as<NameExpr>(node) || as<NamedExpr>(node)) && !is_call_of(next, node))
        return operand_before(node, later);
    generate(node, scratch);
    return scratch;
}

// Pushes the nodes of the spine on m_spine, outermost first, and returns what it starts from. Where it starts from an
// attribute of super(), that attribute is it.
const Expr* Codegen::push_spine(const Expr* node) {
    while (const Expr* child = spine_child(node)) {
        if (as<Attribute>(node) && is_zero_argument_super(child))
            break;
        m_spine.push_back(node);
        node = child;
    }
    return node;
}

// The value so far is in `value`: a variable's register, `scratch`, or, when it is to be called, `top`, the first free
// register, where the call's window begins.
void Codegen::generate_spine(const Expr* node, Reg dst) {
    if (auto* binary = as<BinOp>(node)) {
        if (Value value = fold_spine(*binary))
            return load_constant(value, dst);
    }
    RegisterScope registers(m_emit);
    size_t base = m_spine.size();
    const Expr* leaf = push_spine(node);
    Reg scratch = is_temporary(dst) ? dst : m_emit.allocate();
    Reg top = m_emit.next_register();
    Reg value;
    if (auto* attribute = as<Attribute>(leaf)) {
        value = super_base(*attribute, base, scratch, dst);
    } else {
        bool is_called = is_call_of(m_spine.back(), leaf);
        value = spine_base(leaf, m_spine.back(), is_called ? m_emit.allocate() : scratch);
    }
    while (m_spine.size() > base) {
        const Expr* step = m_spine.back();
        m_spine.pop_back();
        if (auto* attribute = as<Attribute>(step); attribute && m_spine.size() > base && as<Call>(m_spine.back())) {
            auto* method = as<Call>(m_spine.back());
            m_spine.pop_back();
            Reg result = spine_result(method, base, scratch, top, dst);
            method_call(*method, *attribute, value, result);
            value = result;
        } else {
            Reg result = spine_result(step, base, scratch, top, dst);
            spine_step(step, value, result);
            value = result;
        }
        m_emit.release_to(value == top ? top + 1 : top);
    }
    if (value != dst)
        m_emit.Move(dst, value);
}

// Where the value of `step` goes, by what comes after it.
Reg Codegen::spine_result(const Expr* step, size_t base, Reg scratch, Reg top, Reg dst) {
    if (m_spine.size() == base)
        return dst;
    if (!is_call_of(m_spine.back(), step))
        return scratch;
    if (m_emit.next_register() == top)
        m_emit.allocate();
    return top;
}

void Codegen::spine_step(const Expr* step, Reg value, Reg dst) {
    if (auto* function_call = as<Call>(step))
        return call(*function_call, value, dst);
    if (auto* operation = as<BinOp>(step))
        return binary(*operation, value, dst);
    m_emit.at(step->span);
    if (auto* subscript = as<Subscript>(step))
        return get_item(value, subscript->index, dst);
    m_emit.GetAttr(dst, value, intern_mangled(as<Attribute>(step)->attr));
}

// super().name, or super().name(...) when that is the next step.
Reg Codegen::super_base(const Attribute& attribute, size_t base, Reg scratch, Reg dst) {
    auto* method = m_spine.size() > base ? as<Call>(m_spine.back()) : nullptr;
    if (method)
        m_spine.pop_back();
    Reg result = m_spine.size() > base ? scratch : dst;
    if (method)
        super_call(*method, result);
    else
        super_attribute(attribute, result);
    if (m_spine.size() > base && is_call_of(m_spine.back(), method)) {
        Reg window = m_emit.allocate();
        m_emit.Move(window, result);
        return window;
    }
    return result;
}

// --- Operators ------------------------------------------------------------------------------------------------------

static Op binary_op(Operator op, bool with_constant) {
    static constexpr Op plain[] = {Op::Add,    Op::Sub,    Op::Mul, Op::MatMul, Op::TrueDiv, Op::Mod,     Op::Pow,
                                   Op::LShift, Op::RShift, Op::Or,  Op::Xor,    Op::And,     Op::FloorDiv};
    static constexpr Op constant[] = {Op::AddK, Op::SubK, Op::MulK,     Op::MatMulK, Op::TrueDivK,
                                      Op::ModK, Op::PowK, Op::LShiftK,  Op::RShiftK, Op::OrK,
                                      Op::XorK, Op::AndK, Op::FloorDivK};
    return (with_constant ? constant : plain)[unsigned(op)];
}

void Codegen::binary(const BinOp& node, Reg left, Reg dst) {
    m_emit.at(node.span);
    binary(node.op, false, left, node.right, dst);
}

// At the emitter's position.
void Codegen::binary(Operator op, bool in_place, Reg left, const Expr* right, Reg dst) {
    Span span = m_emit.span();
    bool has_short_form = op == Operator::Add || op == Operator::Sub || op == Operator::Mult;
    if (!in_place || has_short_form) {
        if (auto constant = constant_operand(right)) {
            Op code = !in_place             ? binary_op(op, true)
                      : op == Operator::Add ? Op::InPlaceAddK
                      : op == Operator::Sub ? Op::InPlaceSubK
                                            : Op::InPlaceMulK;
            return m_emit.put(code, dst, left, *constant);
        }
    }
    RegisterScope registers(m_emit);
    Reg value = operand(right);
    m_emit.at(span);
    if (!in_place)
        return m_emit.put(binary_op(op, false), dst, left, value);
    if (op == Operator::Add)
        return m_emit.InPlaceAdd(dst, left, value);
    if (op == Operator::Sub)
        return m_emit.InPlaceSub(dst, left, value);
    if (op == Operator::Mult)
        return m_emit.InPlaceMul(dst, left, value);
    m_emit.InPlace(dst, left, value, unsigned(special_of(op)));
}

void Codegen::get_item(Reg object, const Expr* index, Reg dst) {
    Span span = m_emit.span();
    if (auto constant = constant_operand(index))
        return m_emit.GetItemK(dst, object, *constant);
    RegisterScope registers(m_emit);
    if (index->kind == ExprKind::Slice) {
        Reg bounds = slice_bounds(*as<Slice>(index));
        return m_emit.at(span).GetSlice(dst, object, bounds);
    }
    Reg key = operand(index);
    m_emit.at(span).GetItem(dst, object, key);
}

void Codegen::slice(const Slice& node, Reg dst) {
    if (Value value = fold_slice(node))
        return load_constant(value, dst);
    RegisterScope registers(m_emit);
    Reg bounds = slice_bounds(node);
    m_emit.at(node.span).BuildSlice(dst, bounds);
}

// Start, stop and step (None where there is none) in three new registers.
Reg Codegen::slice_bounds(const Slice& node) {
    Reg first = m_emit.allocate(3);
    const Expr* parts[] = {node.lower, node.upper, node.step};
    for (unsigned i = 0; i < 3; i++) {
        if (parts[i])
            generate(parts[i], first + i);
        else
            load_constant(Value::none(), first + i);
    }
    return first;
}

void Codegen::unary(const UnaryOp& node, Reg dst) {
    if (Value value = constant(&node))
        return load_constant(value, dst);
    RegisterScope registers(m_emit);
    Reg value = operand(node.operand);
    m_emit.at(node.span);
    switch (node.op) {
    case UnaryOperator::Invert:
        return m_emit.Invert(dst, value);
    case UnaryOperator::Not:
        return m_emit.Not(dst, value);
    case UnaryOperator::UAdd:
        return m_emit.Positive(dst, value);
    case UnaryOperator::USub:
        return m_emit.Negative(dst, value);
    }
}

void Codegen::bool_op(const BoolOp& node, Reg dst) {
    RegisterScope registers(m_emit);
    Reg value = is_temporary(dst) ? dst : m_emit.allocate();
    Label end;
    for (size_t i = 0; i < node.values.size(); i++) {
        generate(node.values[i], value);
        if (i + 1 == node.values.size())
            break;
        m_emit.at(node.values[i]->span);
        if (node.op == BoolOperator::And)
            m_emit.JumpIfFalse(value, end);
        else
            m_emit.JumpIfTrue(value, end);
    }
    m_emit.place(end);
    if (value != dst)
        m_emit.at(node.span).Move(dst, value);
}

void Codegen::compare(CompareOperator op, Reg left, Reg right, Reg dst) {
    static constexpr Op codes[] = {Op::Equal,        Op::NotEqual, Op::Less,  Op::LessEqual, Op::Greater,
                                   Op::GreaterEqual, Op::Is,       Op::IsNot, Op::Contains,  Op::NotContains};
    m_emit.put(codes[unsigned(op)], dst, left, right);
}

void Codegen::compare(const Compare& node, Reg dst) {
    RegisterScope registers(m_emit);
    Reg left = operand_before(node.left, node.comparators[0]);
    size_t last = node.ops.size() - 1;
    Reg result = last == 0 || is_temporary(dst) ? dst : m_emit.allocate();
    // Middle values are compared twice: they get registers of their own, two in turn.
    Reg middle[2] = {last > 0 ? m_emit.allocate() : 0, last > 1 ? m_emit.allocate() : 0};
    Label end;
    for (size_t i = 0; i < last; i++) {
        Reg right = middle[i % 2];
        generate(node.comparators[i], right);
        m_emit.at(node.span);
        compare(node.ops[i], left, right, result);
        m_emit.JumpIfFalse(result, end);
        left = right;
    }
    bool is_membership = node.ops[last] == CompareOperator::In || node.ops[last] == CompareOperator::NotIn;
    Reg right;
    if (Value container = is_membership ? fold_container(node.comparators[last]) : Value())
        load_constant(container, right = m_emit.allocate());
    else
        right = operand(node.comparators[last]);
    m_emit.at(node.span);
    compare(node.ops[last], left, right, result);
    m_emit.place(end);
    if (result != dst)
        m_emit.Move(dst, result);
}

void Codegen::conditional(const IfExp& node, Reg dst) {
    Label otherwise, end;
    condition(node.test, false, otherwise);
    generate(node.body, dst);
    m_emit.Jump(end);
    m_emit.place(otherwise);
    generate(node.orelse, dst);
    m_emit.place(end);
}

void Codegen::named(const NamedExpr& node, Reg dst) {
    if (auto target = local_target(node.target)) {
        assign(node.target, node.value);
        if (*target != dst)
            m_emit.Move(dst, *target);
        return;
    }
    RegisterScope registers(m_emit);
    Reg value = is_temporary(dst) ? dst : m_emit.allocate();
    generate(node.value, value);
    m_emit.at(node.span);
    store(as<NameExpr>(node.target)->id, value);
    if (value != dst)
        m_emit.Move(dst, value);
}

// --- Generators and coroutines --------------------------------------------------------------------------------------

// `what`: 0 await, 1 __aenter__, 2 __aexit__, as GetAwaitable takes it.
void Codegen::await(Reg awaitable, unsigned what, Reg dst) {
    RegisterScope registers(m_emit);
    Reg iterator = is_temporary(awaitable) ? awaitable : m_emit.allocate();
    m_emit.GetAwaitable(iterator, awaitable, what);
    m_emit.Await(dst, iterator);
}

void Codegen::yield(const Yield& node, Reg dst) {
    RegisterScope registers(m_emit);
    Reg value;
    if (node.value)
        value = operand(node.value);
    else
        load_constant(Value::none(), value = m_emit.allocate());
    m_emit.at(node.span);
    if (m_frame.is_async)
        m_emit.YieldAsync(dst, value);
    else
        m_emit.Yield(dst, value);
}

void Codegen::yield_from(const YieldFrom& node, Reg dst) {
    RegisterScope registers(m_emit);
    Reg source = operand(node.value);
    Reg iterator = is_temporary(source) ? source : m_emit.allocate();
    m_emit.at(node.span).GetYieldFromIter(iterator, source);
    m_emit.YieldFrom(dst, iterator);
}

} // namespace ouro::lang
