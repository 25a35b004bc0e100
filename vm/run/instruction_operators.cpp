// SPDX-License-Identifier: MIT
//
// Operators, comparisons, truth and subscripts of the interpreter: builtin types at once, script methods by entering
// them (ReturnAction::Binary and its relatives), so that no operator recurses on the native stack.
#include "vm/model/octets.hpp"
#include "vm/run/instructions.hpp"
#include "vm/model/operator_order.hpp"
#include "vm/model/sequence.hpp"
#include "vm/values/float.hpp"
#include "vm/objects/list/list_slices.hpp"
#include "vm/model/range.hpp"
#include "vm/model/special_calls.hpp"

#include <algorithm>
#include <iterator>

namespace ouro::vm {

namespace {

// What an opcode says of its operator: which special method, whether the right operand is a constant.
struct OperatorInfo {
    Special special = Special::Add;
    bool in_place = false, right_is_constant = false, is_jump = false;
};

struct OperatorTable {
    OperatorInfo of[256] = {};

    constexpr OperatorTable() {
        constexpr Op arithmetic[] = {Op::Add, Op::Sub, Op::Mul, Op::MatMul, Op::TrueDiv, Op::FloorDiv, Op::Mod, Op::Pow,
                                     Op::LShift, Op::RShift, Op::And, Op::Or, Op::Xor};
        constexpr Op with_constant[] = {Op::AddK,      Op::SubK, Op::MulK, Op::MatMulK, Op::TrueDivK,
                                        Op::FloorDivK, Op::ModK, Op::PowK, Op::LShiftK, Op::RShiftK,
                                        Op::AndK,      Op::OrK,  Op::XorK};
        for (unsigned i = 0; i < std::size(arithmetic); i++) {
            auto special = Special(unsigned(Special::Add) + i);
            of[unsigned(arithmetic[i])] = {special};
            of[unsigned(with_constant[i])] = {special, false, true};
        }
        constexpr Op in_place[] = {Op::InPlaceAdd, Op::InPlaceSub, Op::InPlaceMul};
        constexpr Op in_place_constant[] = {Op::InPlaceAddK, Op::InPlaceSubK, Op::InPlaceMulK};
        for (unsigned i = 0; i < std::size(in_place); i++) {
            auto special = Special(unsigned(Special::Add) + i);
            of[unsigned(in_place[i])] = {special, true};
            of[unsigned(in_place_constant[i])] = {special, true, true};
        }
        constexpr Special order[] = {Special::Lt, Special::Le, Special::Eq, Special::Ne, Special::Gt, Special::Ge};
        constexpr Op compare[] = {Op::Less, Op::LessEqual, Op::Equal, Op::NotEqual, Op::Greater, Op::GreaterEqual};
        constexpr Op jump[] = {Op::JumpIfLess, Op::JumpIfLessEqual, Op::JumpIfEqual,
                               Op::JumpIfNotEqual, Op::JumpIfGreater, Op::JumpIfGreaterEqual};
        constexpr Op jump_constant[] = {Op::JumpIfLessK, Op::JumpIfLessEqualK, Op::JumpIfEqualK,
                                        Op::JumpIfNotEqualK, Op::JumpIfGreaterK, Op::JumpIfGreaterEqualK};
        for (unsigned i = 0; i < std::size(order); i++) {
            of[unsigned(compare[i])] = {order[i]};
            of[unsigned(jump[i])] = {order[i], false, false, true};
            of[unsigned(jump_constant[i])] = {order[i], false, true, true};
        }
    }
};
constexpr OperatorTable OPERATORS;

// The operands of a binary instruction.
struct Operands {
    Value left, right;
    Special special;
    bool in_place = false;
};

Operands decode_binary(Frame* frame, const uint32_t* at) {
    Value* r = frame->registers;
    Value left = r[instruction::b(*at)];
    uint32_t c = instruction::c(*at);
    if (instruction::op(*at) == Op::InPlace)
        return {left, r[c], Special(at[1]), true};
    const OperatorInfo& info = OPERATORS.of[uint8_t(*at)];
    return {left, info.right_is_constant ? frame->code->constants[c] : r[c], info.special, info.in_place};
}

// One step of an operator's protocol: calls `method` natively or enters it. Returns false when there is nothing to call
// or a native gave NotImplemented, so that the next step is due.
struct Step {
    Frame* frame;
    bool done;
};

Step try_step(VM& vm, Frame* frame, const uint32_t* at, Value method, Value self, Value other, ReturnAction action,
              uint8_t dst, ProtocolStep step, Value& result) {
    if (!method)
        return {frame, false};
    if (Function* function = as<Function>(method)) {
        Value arguments[] = {self, other};
        Frame* callee = enter_function(vm, frame, *function, arguments, action, dst);
        if (callee) {
            callee->at = at;
            callee->step = step;
        }
        return {callee, true};
    }
    bool is_in_place = step == ProtocolStep::InPlace && action == ReturnAction::Binary;
    auto called = is_in_place ? call_found(vm, method, {self, other}) : call_if_bound(vm, method, {self, other});
    if (called.is_error())
        return {raise_in(vm, called.error()), true};
    result = called.release();
    return {frame, result && !result.is_not_implemented()};
}

bool is_script_operand(VM& vm, Value value) { return value.is_object() && vm.type_of(value)->has(Type::HEAP); }

// Runs the protocol from `step` on.
Frame* binary_protocol(VM& vm, Frame* frame, const uint32_t* at, ProtocolStep step) {
    Operands operands = decode_binary(frame, at);
    auto dst = uint8_t(instruction::a(*at));
    OperatorOrder order(vm, operands.special, operands.left, operands.right, operands.in_place);
    for (step = std::max(step, order.first_step()); step != ProtocolStep::End; step = next_step(step)) {
        auto [method, self, other] = order.call_of(vm, step);
        if (!method)
            continue;
        Value result;
        Step taken = try_step(vm, frame, at, method, self, other, ReturnAction::Binary, dst, step, result);
        if (!taken.done)
            continue;
        if (taken.frame == frame)
            frame->registers[dst] = result;
        return taken.frame;
    }
    return raise_in(vm, operands_error(vm, operands.special, operands.left, operands.right, operands.in_place));
}

// --- Comparisons ---

struct Comparison {
    Value left, right;
    Special special;
    bool is_jump;
};

Comparison decode_comparison(Frame* frame, const uint32_t* at) {
    const OperatorInfo& info = OPERATORS.of[uint8_t(*at)];
    Value* r = frame->registers;
    uint32_t b = instruction::b(*at);
    if (!info.is_jump)
        return {r[b], r[instruction::c(*at)], info.special, false};
    return {r[instruction::a(*at)], info.right_is_constant ? frame->code->constants[b] : r[b], info.special, true};
}

Special swapped_comparison(Special special) {
    switch (special) {
    case Special::Lt: return Special::Gt;
    case Special::Le: return Special::Ge;
    case Special::Gt: return Special::Lt;
    case Special::Ge: return Special::Le;
    default: return special;
    }
}

// Takes or leaves the jump of a conditional jump instruction at `at`, whose pc stands behind it.
Frame* decide_jump(Frame* frame, const uint32_t* at, bool condition, bool wanted) {
    if (condition == wanted)
        frame->pc = at + 2 + int32_t(at[1]);
    return frame;
}

Frame* deliver_comparison(VM& vm, Frame* frame, const uint32_t* at, Value result) {
    if (!OPERATORS.of[uint8_t(*at)].is_jump) {
        frame->registers[instruction::a(*at)] = result;
        return frame;
    }
    if (result.is_bool())
        return decide_jump(frame, at, result.is_true(), instruction::c(*at));
    auto condition = truth(vm, result);
    if (condition.is_error())
        return raise_in(vm, condition.error());
    return decide_jump(frame, at, condition.release(), instruction::c(*at));
}

Frame* compare_protocol(VM& vm, Frame* frame, const uint32_t* at, ProtocolStep step) {
    Comparison comparison = decode_comparison(frame, at);
    Type* left = vm.type_of(comparison.left);
    Type* right = vm.type_of(comparison.right);
    bool right_first = left != right && right->is_subtype_of(left);
    for (; step != ProtocolStep::End; step = next_step(step)) {
        Value method, self = comparison.left, other = comparison.right;
        if (step == (right_first ? ProtocolStep::SubclassReflected : ProtocolStep::Reflected)) {
            method = right->special(vm, swapped_comparison(comparison.special));
            std::swap(self, other);
        } else if (step == ProtocolStep::Plain) {
            method = left->special(vm, comparison.special);
        }
        Value result;
        Step taken = try_step(vm, frame, at, method, self, other, ReturnAction::Compare, 0, step, result);
        if (!taken.done)
            continue;
        return taken.frame == frame ? deliver_comparison(vm, frame, at, result) : taken.frame;
    }
    bool is_equality = comparison.special == Special::Eq || comparison.special == Special::Ne;
    if (is_equality) {
        bool same = comparison.left == comparison.right;
        return deliver_comparison(vm, frame, at, Value::boolean(same == (comparison.special == Special::Eq)));
    }
    return raise_in(vm, vm.type_error("'{}' not supported between instances of '{}' and '{}'",
                                      comparison_symbol(comparison.special), vm.type_name(comparison.left),
                                      vm.type_name(comparison.right)));
}

} // namespace

namespace instructions {

// True and False as the numbers that arithmetic sees in them; the operators that know no floats keep them bools.
static Value arithmetic_operand(Value value) { return value.is_bool() ? Value::small_int(value.is_true()) : value; }

Frame* binary(VM& vm, Frame* frame, const uint32_t* at) {
    Operands operands = decode_binary(frame, at);
    if (operands.special == Special::Add) {
        Str* left = as_exact<Str>(operands.left);
        if (Str* right = left ? as_exact<Str>(operands.right) : nullptr) {
            auto text = str_concat(vm, left, right);
            if (text.is_error())
                return raise_in(vm, text.error());
            frame->registers[instruction::a(*at)] = text.release();
            return frame;
        }
    }
    auto is_number = [](Value value) { return value.is_small_int() || value.is_double() || value.is_bool(); };
    bool takes_floats = operands.special < Special::LShift && operands.special != Special::MatMul;
    if (takes_floats && is_number(operands.left) && is_number(operands.right)) {
        operands.left = arithmetic_operand(operands.left);
        operands.right = arithmetic_operand(operands.right);
    }
    if (!is_script_operand(vm, operands.left) && !is_script_operand(vm, operands.right)) {
        auto result = operands.in_place ? in_place_operation(vm, operands.special, operands.left, operands.right)
                                        : binary_operation(vm, operands.special, operands.left, operands.right);
        if (result.is_error())
            return raise_in(vm, result.error());
        frame->registers[instruction::a(*at)] = result.release();
        return frame;
    }
    return binary_protocol(vm, frame, at, ProtocolStep::InPlace);
}

Frame* finish_binary(VM& vm, Frame* callee, Value value) {
    Frame* frame = callee->caller;
    if (!value.is_not_implemented()) {
        frame->registers[callee->dst] = value;
        return frame;
    }
    return binary_protocol(vm, frame, callee->at, next_step(callee->step));
}

static bool compare_texts(Special special, Str* left, Str* right) {
    switch (special) {
    case Special::Eq: return str_equal(left, right);
    case Special::Ne: return !str_equal(left, right);
    case Special::Lt: return str_compare(left, right) < 0;
    case Special::Le: return str_compare(left, right) <= 0;
    case Special::Gt: return str_compare(left, right) > 0;
    default: return str_compare(left, right) >= 0;
    }
}

Frame* compare(VM& vm, Frame* frame, const uint32_t* at) {
    Comparison comparison = decode_comparison(frame, at);
    Str* left = as_exact<Str>(comparison.left);
    if (Str* right = left ? as_exact<Str>(comparison.right) : nullptr)
        return deliver_comparison(vm, frame, at, Value::boolean(compare_texts(comparison.special, left, right)));
    if (!is_script_operand(vm, comparison.left) && !is_script_operand(vm, comparison.right)) {
        auto result = vm::compare(vm, comparison.special, comparison.left, comparison.right);
        return result.is_error() ? raise_in(vm, result.error()) : deliver_comparison(vm, frame, at, result.release());
    }
    return compare_protocol(vm, frame, at, ProtocolStep::SubclassReflected);
}

Frame* finish_compare(VM& vm, Frame* callee, Value value) {
    if (!value.is_not_implemented())
        return deliver_comparison(vm, callee->caller, callee->at, value);
    return compare_protocol(vm, callee->caller, callee->at, next_step(callee->step));
}

Frame* unary(VM& vm, Frame* frame, const uint32_t* at) {
    Op op = instruction::op(*at);
    Special special = op == Op::Negative ? Special::Neg : op == Op::Positive ? Special::Pos : Special::Invert;
    Value operand = frame->registers[instruction::b(*at)];
    auto dst = uint8_t(instruction::a(*at));
    if (Function* function = as<Function>(vm.type_of(operand)->special(vm, special)))
        return enter_function(vm, frame, *function, {&operand, 1}, ReturnAction::Store, dst);
    auto result = unary_operation(vm, special, operand);
    if (result.is_error())
        return raise_in(vm, result.error());
    frame->registers[dst] = result.release();
    return frame;
}

// --- Truth --------------------------------------------------------------------------------------------------------

// What is done with the truth of a value: by jump_truth, logical_not, contains.
static Frame* deliver_truth(Frame* frame, const uint32_t* at, bool condition) {
    switch (instruction::op(*at)) {
    case Op::JumpIfTrue:
        return decide_jump(frame, at, condition, true);
    case Op::JumpIfFalse:
        return decide_jump(frame, at, condition, false);
    case Op::JumpIfContains:
        return decide_jump(frame, at, condition, instruction::c(*at));
    case Op::Not:
    case Op::NotContains:
        frame->registers[instruction::a(*at)] = Value::boolean(!condition);
        return frame;
    default:
        frame->registers[instruction::a(*at)] = Value::boolean(condition);
        return frame;
    }
}

// Tests the truth of `value` for the instruction, entering a script __bool__ or __len__.
static Frame* test_truth(VM& vm, Frame* frame, const uint32_t* at, Value value) {
    if (is_script_operand(vm, value)) {
        Type* type = vm.type_of(value);
        Value method = type->special(vm, Special::Bool);
        if (!method)
            method = type->special(vm, Special::Len);
        if (Function* function = as<Function>(method)) {
            Frame* callee = enter_function(vm, frame, *function, {&value, 1}, ReturnAction::Truth, 0);
            if (callee) {
                callee->at = at;
                callee->step = type->special(vm, Special::Bool) ? ProtocolStep::Bool : ProtocolStep::Length;
            }
            return callee;
        }
    }
    auto condition = truth(vm, value);
    return condition.is_error() ? raise_in(vm, condition.error()) : deliver_truth(frame, at, condition.release());
}

Frame* finish_truth(VM& vm, Frame* callee, Value value) {
    Frame* frame = callee->caller;
    if (callee->step == ProtocolStep::Bool) {
        if (!value.is_bool())
            return raise_in(vm, vm.type_error("__bool__ should return bool, returned {}", vm.type_name(value)));
        return deliver_truth(frame, callee->at, value.is_true());
    }
    if (callee->step == ProtocolStep::Contains)
        return test_truth(vm, frame, callee->at, value);
    auto size = vm::index(vm, value);
    if (size.is_error())
        return raise_in(vm, size.error());
    int sign = int_compare(size.release(), Value::small_int(0));
    if (sign < 0)
        return raise_in(vm, vm.value_error("__len__() should return >= 0"));
    return deliver_truth(frame, callee->at, sign != 0);
}

Frame* jump_truth(VM& vm, Frame* frame, const uint32_t* at) {
    return test_truth(vm, frame, at, frame->registers[instruction::a(*at)]);
}

Frame* logical_not(VM& vm, Frame* frame, const uint32_t* at) {
    return test_truth(vm, frame, at, frame->registers[instruction::b(*at)]);
}

Frame* contains(VM& vm, Frame* frame, const uint32_t* at) {
    bool is_jump = instruction::op(*at) == Op::JumpIfContains;
    Value item = frame->registers[is_jump ? instruction::a(*at) : instruction::b(*at)];
    Value container = frame->registers[is_jump ? instruction::b(*at) : instruction::c(*at)];
    Function* function = is_script_operand(vm, container)
                             ? as<Function>(vm.type_of(container)->special(vm, Special::Contains))
                             : nullptr;
    if (function) {
        Value arguments[] = {container, item};
        Frame* callee = enter_function(vm, frame, *function, arguments, ReturnAction::Truth, 0);
        if (callee) {
            callee->at = at;
            callee->step = ProtocolStep::Contains;
        }
        return callee;
    }
    auto found = vm::contains(vm, container, item);
    return found.is_error() ? raise_in(vm, found.error()) : deliver_truth(frame, at, found.release());
}

// --- Subscripts ---------------------------------------------------------------------------------------------------

Frame* get_item(VM& vm, Frame* frame, const uint32_t* at) {
    Value object = frame->registers[instruction::b(*at)];
    uint32_t c = instruction::c(*at);
    Value key = instruction::op(*at) == Op::GetItemK ? frame->code->constants[c] : frame->registers[c];
    auto dst = uint8_t(instruction::a(*at));
    if (Str* text = as_exact<Str>(object); text && text->is_ascii() && key.is_small_int()) {
        uint64_t position = uint64_t(key.small_int() + (key.small_int() < 0 ? int64_t(text->length) : 0));
        if (position < text->length) {
            frame->registers[dst] = make_char(vm, uint8_t(text->data()[position]));
            return frame;
        }
    }
    if (auto found = Octets::from(object); found && found->object()->is_exact() && key.is_small_int()) {
        std::string_view octets = found->view();
        uint64_t position = uint64_t(key.small_int() + (key.small_int() < 0 ? int64_t(octets.size()) : 0));
        if (position < octets.size()) {
            frame->registers[dst] = Value::small_int(uint8_t(octets[position]));
            return frame;
        }
    }
    if (is_script_operand(vm, object)) {
        if (Function* function = as<Function>(vm.type_of(object)->special(vm, Special::GetItem))) {
            Value arguments[] = {object, key};
            return enter_function(vm, frame, *function, arguments, ReturnAction::Store, dst);
        }
    }
    auto found = vm::get_item(vm, object, key);
    if (found.is_error())
        return raise_in(vm, found.error());
    frame->registers[dst] = found.release();
    return frame;
}

// A bound of a slice without step, clamped to 0..length; false when it is neither None nor a small int.
static bool simple_bound(Value bound, size_t absent, size_t length, size_t& position) {
    if (bound.is_none()) {
        position = absent;
        return true;
    }
    if (!bound.is_small_int())
        return false;
    int64_t from_start = bound.small_int() + (bound.small_int() < 0 ? int64_t(length) : 0);
    position = size_t(std::clamp<int64_t>(from_start, 0, int64_t(length)));
    return true;
}

// The part of a builtin sequence between simple bounds; empty when that is not what is asked for.
static Result<Value> simple_slice(VM& vm, Value object, const Value* bounds) {
    if (!object.is_object() || !object.object()->is_exact())
        return Value();
    if (!bounds[2].is_none()) {
        if (object.object()->kind != Kind::List || !bounds[2].is_small_int())
            return Value();
        Slice slice; // seen by nobody else, so it need not be on the heap
        slice.start = bounds[0], slice.stop = bounds[1], slice.step = bounds[2];
        return TRY(list_get_slice(vm, *as<List>(object), slice));
    }
    size_t length, first, last;
    switch (object.object()->kind) {
    case Kind::List: length = as<List>(object)->size(); break;
    case Kind::Tuple: length = as<Tuple>(object)->size(); break;
    case Kind::Str: length = as<Str>(object)->length; break;
    case Kind::Bytes: length = as<Bytes>(object)->length; break;
    default:
        if (!as_bytearray(object))
            return Value();
        length = as_bytearray(object)->length;
    }
    if (!simple_bound(bounds[0], 0, length, first) || !simple_bound(bounds[1], length, length, last))
        return Value();
    last = std::max(first, last);
    if (Str* text = as<Str>(object))
        return TRY(str_substring(vm, text, first, last));
    if (auto octets = Octets::from(object))
        return TRY(octets_part(vm, *octets, first, last));
    TRY(vm.heap.reserve((last - first) * sizeof(Value)));
    if (List* list = as<List>(object))
        return make_list(vm, std::span<const Value>(list->items() + first, last - first));
    if (last - first == length)
        return object;
    return make_tuple(vm, std::span<const Value>(as<Tuple>(object)->items() + first, last - first));
}

Frame* get_slice(VM& vm, Frame* frame, const uint32_t* at) {
    Value* bounds = frame->registers + instruction::c(*at);
    auto part = simple_slice(vm, frame->registers[instruction::b(*at)], bounds);
    if (part.is_error())
        return raise_in(vm, part.error());
    if (Value value = part.release()) {
        frame->registers[instruction::a(*at)] = value;
        return frame;
    }
    bounds[0] = make_slice(vm, bounds[0], bounds[1], bounds[2]);
    return get_item(vm, frame, at);
}

// Stores into a bytearray unless something is wrong with it.
static bool store_octet(Value object, Value key, Value value) {
    ByteArray* array = as_bytearray(object);
    if (!array || !array->is_exact() || !key.is_small_int() || !value.is_small_int())
        return false;
    uint64_t position = uint64_t(key.small_int() + (key.small_int() < 0 ? int64_t(array->length) : 0));
    if (position >= array->length || uint64_t(value.small_int()) > 255)
        return false;
    array->start[position] = char(value.small_int());
    return true;
}

Frame* set_item(VM& vm, Frame* frame, const uint32_t* at) {
    Value* r = frame->registers;
    Value object = r[instruction::a(*at)], key = r[instruction::b(*at)], value = r[instruction::c(*at)];
    if (is_script_operand(vm, object)) {
        if (Function* function = as<Function>(vm.type_of(object)->special(vm, Special::SetItem))) {
            Value arguments[] = {object, key, value};
            return enter_function(vm, frame, *function, arguments, ReturnAction::Discard, 0);
        }
    }
    if (store_octet(object, key, value))
        return frame;
    List* list = as_exact<List>(object);
    Slice* slice = list ? as<Slice>(key) : nullptr;
    auto done = slice ? list_set_slice(vm, *list, *slice, value) : vm::set_item(vm, object, key, value);
    return done.is_error() ? raise_in(vm, done.error()) : frame;
}

Frame* delete_item(VM& vm, Frame* frame, const uint32_t* at) {
    Value object = frame->registers[instruction::a(*at)], key = frame->registers[instruction::b(*at)];
    if (Function* function = as<Function>(vm.type_of(object)->special(vm, Special::DelItem))) {
        Value arguments[] = {object, key};
        return enter_function(vm, frame, *function, arguments, ReturnAction::Discard, 0);
    }
    auto done = vm::delete_item(vm, object, key);
    return done.is_error() ? raise_in(vm, done.error()) : frame;
}

} // namespace instructions
} // namespace ouro::vm
