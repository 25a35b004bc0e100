// SPDX-License-Identifier: MIT
//
// Assignment and deletion (Language Reference 7.2, 7.5): the value first, then the targets from left to right.
#include "lang/codegen.hpp"

#include <algorithm>

namespace ouro::lang {

using vm::Value;

static constexpr size_t MAX_UNPACKED = 150;
static constexpr size_t MAX_BEFORE_STAR = 255; // CPython's limit

static const List<Expr*>* sequence_elements(const Expr* node) {
    if (auto* tuple = as<TupleExpr>(node))
        return &tuple->elements;
    if (auto* list = as<ListExpr>(node))
        return &list->elements;
    return nullptr;
}

// --- One target -----------------------------------------------------------------------------------------------------

// target = value
void Codegen::assign(const Expr* target, const Expr* value) {
    if (auto local = local_target(target)) {
        generate(value, *local);
        m_emit.bound().add(*local);
        return;
    }
    if (assign_in_parallel(target, value))
        return;
    RegisterScope registers(m_emit);
    assign(target, operand_before(value, target));
}

// target = r[src]
void Codegen::assign(const Expr* target, Reg src) {
    if (is_too_deep())
        return;
    m_emit.at(target->span);
    switch (target->kind) {
    case ExprKind::NameExpr:
        return store(as<NameExpr>(target)->id, src);
    case ExprKind::Attribute: {
        auto& attribute = *as<Attribute>(target);
        RegisterScope registers(m_emit);
        Reg object = operand(attribute.value);
        note_static_attribute(attribute);
        m_emit.at(target->span).SetAttr(object, src, intern_mangled(attribute.attr));
        return;
    }
    case ExprKind::Subscript: {
        auto& subscript = *as<Subscript>(target);
        RegisterScope registers(m_emit);
        Reg object = operand_before(subscript.value, subscript.index);
        Reg index = operand(subscript.index);
        m_emit.at(target->span).SetItem(object, index, src);
        return;
    }
    default:
        if (auto* elements = sequence_elements(target))
            assign_sequence(*elements, src, target->span);
    }
}

// The first register when the targets are local variables whose registers stand in that order.
std::optional<Reg> Codegen::consecutive_locals(const List<Expr*>& targets) {
    std::optional<Reg> first = targets.empty() ? std::nullopt : local_target(targets[0]);
    if (!first)
        return std::nullopt;
    for (size_t i = 1; i < targets.size(); i++) {
        auto local = local_target(targets[i]);
        if (!local || *local != *first + i)
            return std::nullopt;
    }
    return first;
}

void Codegen::assign_sequence(const List<Expr*>& targets, Reg src, const Span& span) {
    size_t star = targets.size();
    for (size_t i = 0; i < targets.size(); i++) {
        if (as<Starred>(targets[i]))
            star = i;
    }
    if (star < targets.size() && star > MAX_BEFORE_STAR)
        return fail("too many expressions in star-unpacking assignment", span);
    if (auto first = consecutive_locals(targets)) {
        m_emit.Unpack(*first, src, targets.size());
        for (size_t i = 0; i < targets.size(); i++)
            m_emit.bound().add(*first + unsigned(i));
        return;
    }
    RegisterScope registers(m_emit);
    if (targets.size() > MAX_UNPACKED || !m_emit.has_room(targets.size()))
        return assign_far(targets, star, src);
    Reg first = m_emit.allocate(unsigned(targets.size()));
    if (star < targets.size())
        m_emit.UnpackStar(first, src, star, targets.size() - star - 1);
    else
        m_emit.Unpack(first, src, targets.size());
    for (size_t i = 0; i < targets.size(); i++) {
        auto* starred = as<Starred>(targets[i]);
        assign(starred ? starred->value : targets[i], first + unsigned(i));
    }
}

// r[first].., far ones = the items of r[src]; `star`: the index of `*rest`, or the size.
void Codegen::unpack_far(Reg src, Reg first, size_t size, size_t star) {
    RegisterScope registers(m_emit);
    Reg count = m_emit.allocate();
    load_constant(Value::small_int(int64_t(star < size ? size - star - 1 : size)), count);
    if (star < size)
        m_emit.UnpackStarFar(src, count, star, first);
    else
        m_emit.UnpackFar(src, count, first);
}

// The items wait in far registers.
void Codegen::assign_far(const List<Expr*>& targets, size_t star, Reg src) {
    size_t size = targets.size();
    Reg first = m_emit.allocate_far(size);
    unpack_far(src, first, size, star);
    for (size_t i = 0; i < size; i++) {
        RegisterScope registers(m_emit);
        auto* starred = as<Starred>(targets[i]);
        const Expr* target = starred ? starred->value : targets[i];
        auto local = local_target(target);
        Reg item = local ? *local : m_emit.allocate();
        m_emit.at(target->span).LoadFar(item, first + i);
        assign(target, item);
    }
}

// --- Several targets at once: a, b = b, a ---------------------------------------------------------------------------

// `x, y = value, value` where all targets are different local variables: no tuple is made. False when it is not so.
bool Codegen::assign_in_parallel(const Expr* target, const Expr* value) {
    auto* targets = sequence_elements(target);
    auto* values = sequence_elements(value);
    if (!targets || !values || targets->size() != values->size() || targets->empty() || targets->size() > 8)
        return false;
    if (!m_emit.is_reachable() || m_has_walrus)
        return false;
    std::vector<std::pair<Reg, Reg>> moves; // target, source
    for (size_t i = 0; i < targets->size(); i++) {
        auto local = local_target((*targets)[i]);
        if (!local || as<Starred>((*values)[i]))
            return false;
        for (auto& move : moves) {
            if (move.first == *local)
                return false;
        }
        moves.push_back({*local, 0});
    }
    RegisterScope registers(m_emit);
    std::vector<std::pair<Reg, Value>> constants; // loaded last
    std::vector<std::pair<Reg, Reg>> pending;
    for (size_t i = 0; i < values->size(); i++) {
        if (Value constant_value = constant((*values)[i]))
            constants.push_back({moves[i].first, constant_value});
        else
            pending.push_back({moves[i].first, operand((*values)[i])});
    }
    m_emit.at(value->span);
    move_in_parallel(pending);
    for (auto& [local, constant_value] : constants)
        load_constant(constant_value, local);
    for (auto& move : moves)
        m_emit.bound().add(move.first);
    return true;
}

// Carries out the moves (target, source) as if all sources were read before any target is written.
void Codegen::move_in_parallel(std::vector<std::pair<Reg, Reg>>& moves) {
    std::erase_if(moves, [](auto& move) { return move.first == move.second; });
    while (!moves.empty()) {
        auto ready = std::find_if(moves.begin(), moves.end(), [&](auto& move) {
            return std::none_of(moves.begin(), moves.end(), [&](auto& other) { return other.second == move.first; });
        });
        if (ready != moves.end()) {
            m_emit.Move(ready->first, ready->second);
            moves.erase(ready);
            continue;
        }
        // Only cycles are left: saving one source opens one.
        Reg source = moves.front().second;
        Reg saved = m_emit.allocate();
        m_emit.Move(saved, source);
        for (auto& move : moves) {
            if (move.second == source)
                move.second = saved;
        }
    }
}

// --- Statements -----------------------------------------------------------------------------------------------------

void Codegen::assignment(const Assign& node) {
    if (node.targets.size() == 1)
        return assign(node.targets[0], node.value);
    RegisterScope registers(m_emit);
    Reg value;
    bool has_sequence = std::any_of(node.targets.begin(), node.targets.end(),
                                    [](const Expr* target) { return sequence_elements(target) != nullptr; });
    if (auto local = local_target(node.targets[0]); local && !m_has_walrus && !has_sequence) {
        assign(node.targets[0], node.value);
        value = *local;
    } else {
        value = operand_before(node.value, true);
        // A variable that is both the value and a target must keep its value until the last target has it.
        if (!is_temporary(value)) {
            Reg copy = m_emit.allocate();
            m_emit.Move(copy, value);
            value = copy;
        }
        assign(node.targets[0], value);
    }
    for (size_t i = 1; i < node.targets.size(); i++)
        assign(node.targets[i], value);
}

void Codegen::augmented_name(const AugAssign& node, const NameExpr& target) {
    Symbol& symbol = lookup(target.id);
    RegisterScope registers(m_emit);
    if (is_local(symbol)) {
        m_emit.at(target.span);
        check_bound(symbol);
        Reg left = symbol.index;
        if (m_has_walrus) {
            left = m_emit.allocate();
            m_emit.Move(left, symbol.index);
        }
        m_emit.at(node.span);
        binary(node.op, true, left, node.value, symbol.index);
        m_emit.bound().add(symbol.index);
        return;
    }
    Reg value = m_emit.allocate();
    load(target, value);
    m_emit.at(node.span);
    binary(node.op, true, value, node.value, value);
    m_emit.at(target.span);
    store(target.id, value);
}

void Codegen::augmented(const AugAssign& node) {
    if (auto* name = as<NameExpr>(node.target))
        return augmented_name(node, *name);
    RegisterScope registers(m_emit);
    if (auto* attribute = as<Attribute>(node.target)) {
        Reg object = operand_before(attribute->value, node.value);
        Reg value = m_emit.allocate();
        vm::Str* name = intern_mangled(attribute->attr);
        note_static_attribute(*attribute);
        m_emit.at(attribute->span).GetAttr(value, object, name);
        m_emit.at(node.span);
        binary(node.op, true, value, node.value, value);
        m_emit.at(attribute->span).SetAttr(object, value, name);
    } else if (auto* subscript = as<Subscript>(node.target)) {
        Reg object = operand_before(subscript->value, m_has_walrus);
        Reg index = operand_before(subscript->index, node.value);
        Reg value = m_emit.allocate();
        m_emit.at(subscript->span).GetItem(value, object, index);
        m_emit.at(node.span);
        binary(node.op, true, value, node.value, value);
        m_emit.at(subscript->span).SetItem(object, index, value);
    }
}

// The annotations themselves are evaluated by __annotate__ functions, if ever (PEP 649).
void Codegen::annotated(const AnnAssign& node) {
    if (node.value)
        return assign(node.target, node.value);
    RegisterScope registers(m_emit);
    if (auto* attribute = as<Attribute>(node.target)) {
        operand(attribute->value);
    } else if (auto* subscript = as<Subscript>(node.target)) {
        operand(subscript->value);
        operand(subscript->index);
    }
}

void Codegen::remove(const Expr* target) {
    if (is_too_deep())
        return;
    RegisterScope registers(m_emit);
    m_emit.at(target->span);
    if (auto* name = as<NameExpr>(target)) {
        remove(name->id);
    } else if (auto* attribute = as<Attribute>(target)) {
        Reg object = operand(attribute->value);
        m_emit.at(target->span).DeleteAttr(object, intern_mangled(attribute->attr));
    } else if (auto* subscript = as<Subscript>(target)) {
        Reg object = operand_before(subscript->value, subscript->index);
        Reg index = operand(subscript->index);
        m_emit.at(target->span).DeleteItem(object, index);
    } else if (auto* elements = sequence_elements(target)) {
        for (const Expr* element : *elements)
            remove(element);
    }
}

void Codegen::delete_statement(const Delete& node) {
    for (const Expr* target : node.targets)
        remove(target);
}

} // namespace ouro::lang
