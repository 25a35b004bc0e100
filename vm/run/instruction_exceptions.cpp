// SPDX-License-Identifier: MIT
//
// Raising and matching exceptions, and the traceback entry that each frame adds as it is left.
#include "vm/errors/exception_groups.hpp"
#include "vm/model/attributes.hpp"
#include "vm/objects/frame_object.hpp"
#include "vm/run/instructions.hpp"

namespace ouro::vm::instructions {

// Is that the place of an instruction of `code`, not of an operand?
static bool is_instruction(const Code& code, const uint32_t* place) {
    const uint32_t* at = code.words;
    while (at < place)
        at += OP_INFO[*at & 0xFF].has_x() ? 2 : 1;
    return at == place;
}

// What a script's __getattribute__, __getattr__ or getter raises passes the instruction that reads the attribute.
static void name_read_attribute(VM& vm, Exception& exception, Frame* frame) {
    const uint32_t* at = frame->pc - 2;
    if (at < frame->code->words)
        return;
    Op op = instruction::op(*at);
    bool is_read = (op >= Op::GetAttr && op <= Op::GetAttrType) || (op >= Op::GetMethod && op <= Op::GetMethodType);
    if (is_read && is_instruction(*frame->code, at))
        name_failed_read(vm, exception, frame->registers[instruction::b(*at)], frame->code->caches[at[1]].name);
}

void add_traceback(VM& vm, Exception& exception, Frame* frame) {
    if (is_exception_of(&exception, vm, ExceptionId::AttributeError) && !exception.field(field::ATTRIBUTE_NAME))
        name_read_attribute(vm, exception, frame);
    if (frame->code->has(Code::INTERNAL))
        return;
    auto* entry = vm.heap.make<Traceback>(vm.types.traceback->root_shape);
    entry->next = exception.traceback;
    entry->code = frame->code;
    entry->function = frame->function;
    entry->pc = frame->pc_offset();
    name_frame(vm, *frame);
    entry->frame = frame->frame_object;
    Heap::store(&exception, exception.traceback, entry);
}

Frame* match_exception(VM& vm, Frame* frame, const uint32_t* at) {
    Value* r = frame->registers;
    auto matches =
        exception_matches(vm, static_cast<Exception*>(r[instruction::b(*at)].object()), r[instruction::c(*at)]);
    if (matches.is_error())
        return raise_in(vm, matches.error());
    r[instruction::a(*at)] = Value::boolean(matches.release());
    return frame;
}

Frame* match_group(VM& vm, Frame* frame, const uint32_t* at) {
    Value* r = frame->registers;
    auto match = vm::match_group(vm, r[instruction::b(*at)], r[instruction::c(*at)]);
    if (match.is_error())
        return raise_in(vm, match.error());
    GroupMatch parts = match.release();
    r[instruction::a(*at)] = parts.matching;
    r[instruction::a(*at) + 1] = parts.rest;
    return frame;
}

Frame* reraise_group(VM& vm, Frame* frame, const uint32_t* at) {
    Value* r = frame->registers;
    auto raised = vm::reraise_group(vm, r[instruction::b(*at)], r[instruction::c(*at)]);
    if (raised.is_error())
        return raise_in(vm, raised.error());
    r[instruction::a(*at)] = raised.release();
    return frame;
}

// An exception about to be raised by a raise statement: its context is what is being handled.
static Frame* raise_exception(VM& vm, Frame* frame, Exception* exception) {
    exception_set_context(*exception, handled_exception(frame));
    return raise_in(vm, Raised{exception});
}

Frame* raise(VM& vm, Frame* frame, const uint32_t* at) {
    auto exception = exception_from_raise_operand(vm, frame->registers[instruction::a(*at)]);
    return exception.is_error() ? raise_in(vm, exception.error()) : raise_exception(vm, frame, exception.release());
}

Frame* raise_from(VM& vm, Frame* frame, const uint32_t* at) {
    auto raised = exception_from_raise_operand(vm, frame->registers[instruction::a(*at)]);
    if (raised.is_error())
        return raise_in(vm, raised.error());
    Exception* exception = raised.release();
    Value cause = frame->registers[instruction::b(*at)];
    if (cause.is_none()) {
        exception->cause = nullptr;
    } else {
        Type* type = as<Type>(cause);
        if (!as<Exception>(cause) && !(type && type->has(Type::EXCEPTION)))
            return raise_in(vm, vm.type_error("exception causes must derive from BaseException"));
        auto made = exception_from_raise_operand(vm, cause);
        if (made.is_error())
            return raise_in(vm, made.error());
        Heap::store(exception, exception->cause, made.release());
    }
    exception->flags |= Exception::SUPPRESS_CONTEXT;
    return raise_exception(vm, frame, exception);
}

Frame* raise_again(VM& vm, Frame*, const uint32_t*) {
    return raise_in(vm, vm.runtime_error("No active exception to reraise"));
}

} // namespace ouro::vm::instructions
