// SPDX-License-Identifier: MIT
//
// Pushing frames, and entering the interpreter loop from native code.
#include "vm/run/frame.hpp"

#include "vm/calls.hpp"
#include "vm/code.hpp"
#include "vm/run/instructions.hpp"
#include "vm/run/interpreter.hpp"
#include "vm/run/run.hpp"
#include "vm/vm.hpp"

#include <algorithm>

namespace ouro::vm {

uint32_t Frame::pc_offset() const { return pc > code->words ? uint32_t(pc - code->words) - 1 : 0; }

static Frame* too_deep(VM& vm) { return raise_in(vm, vm.recursion_error("maximum recursion depth exceeded")); }

Frame* push_frame(VM& vm, Frame* caller, Function& function, Value* window, ReturnAction action, uint8_t dst) {
    Thread* thread = vm.thread;
    Code* code = function.code;
    Frame* frame = thread->next_frame;
    uint32_t depth = caller ? caller->depth + 1 : 1;
    Value* top = window + code->register_count;
    if (depth > vm.recursion_limit || top > thread->registers_end || frame + 1 >= thread->frames_end) [[unlikely]]
        return too_deep(vm);
    thread->next_frame = frame + 1;
    frame->caller = caller;
    frame->pc = code->words;
    frame->registers = window;
    frame->code = code;
    frame->function = &function;
    frame->top = top;
    frame->handled = {};
    frame->operand = {};
    frame->ns = nullptr;
    frame->action = action;
    frame->dst = dst;
    frame->flags = code->register_count <= NEAR_REGISTERS ? Frame::IN_PLACE_CALLS : 0;
    frame->depth = depth;
    frame->frame_object = {};
    for (unsigned i = code->clear_from; i < code->clear_to; i++)
        window[i] = {};
    thread->frame = frame;
    return frame;
}

Frame* enter_function(VM& vm, Frame* caller, Function& function, std::span<const Value> arguments, ReturnAction action,
                      uint8_t dst) {
    Thread* thread = vm.thread;
    Value* window = caller ? caller->top : thread->registers;
    if (window + function.code->register_count > thread->registers_end)
        return too_deep(vm);
    const Code& code = *function.code;
    if (code.has(Code::SIMPLE_PARAMETERS) && arguments.size() == code.positional_count) {
        std::copy(arguments.begin(), arguments.end(), window);
    } else if (auto bound = bind_script_arguments(vm, function, arguments, nullptr, window); bound.is_error()) {
        return raise_in(vm, bound.error());
    }
    return push_frame(vm, caller, function, window, action, dst);
}

Result<Value> call_function(VM& vm, Function& function, std::span<const Value> arguments, Tuple* keyword_names) {
    TRY(vm.check_native_stack());
    // The function may be without loops and calls while its native caller goes on for ever.
    if (vm.safepoint.load(std::memory_order_relaxed)) [[unlikely]]
        TRY(vm.handle_safepoint());
    Thread* thread = vm.thread;
    Frame* caller = thread->frame;
    Value* window = caller ? caller->top : thread->registers;
    if (window + function.code->register_count > thread->registers_end)
        return vm.recursion_error("maximum recursion depth exceeded");
    const Code& code = *function.code;
    if (code.has(Code::SIMPLE_PARAMETERS) && arguments.size() == code.positional_count && !keyword_names)
        std::copy(arguments.begin(), arguments.end(), window);
    else
        TRY(bind_script_arguments(vm, function, arguments, keyword_names, window));
    Frame* frame = push_frame(vm, caller, function, window, ReturnAction::Exit, 0);
    if (!frame)
        return Raised{thread->raised};
    return Result<Value>::from_bits(run(vm, frame).bits());
}

Result<Value> run_code(VM& vm, Code& code, Dict* globals, Dict* ns) {
    return run_class_body(vm, *make_function(vm, code, globals), ns);
}

Result<Value> run_class_body(VM& vm, Function& function, Dict* ns) {
    TRY(vm.check_native_stack());
    Thread* thread = vm.thread;
    Frame* caller = thread->frame;
    Frame* frame =
        push_frame(vm, caller, function, caller ? caller->top : thread->registers, ReturnAction::Exit, 0);
    if (!frame)
        return Raised{thread->raised};
    frame->ns = ns;
    return Result<Value>::from_bits(run(vm, frame).bits());
}

Frame* current_frame(VM& vm, unsigned skip) {
    Frame* frame = vm.thread->frame;
    while (frame && skip--)
        frame = frame->caller;
    return frame;
}

Exception* handled_exception(Frame* frame) {
    for (; frame; frame = frame->caller) {
        if (frame->handled)
            return as<Exception>(frame->handled);
    }
    return nullptr;
}

static void visit_frame(Frame& frame, Visitor& visitor) {
    visitor.visit(frame.code);
    visitor.visit(frame.function);
    visitor.visit(frame.handled);
    visitor.visit(frame.operand);
    visitor.visit(frame.generator());
    visitor.visit(frame.ns);
    visitor.visit(frame.frame_object);
}

// Windows overlap and follow one another up to the innermost frame's top, so the register stack is one row; beyond it,
// what a call is laying out.
void visit_thread(Thread& thread, Visitor& visitor) {
    Value* end = thread.laid_out_end ? thread.laid_out_end : thread.registers;
    for (Frame* frame = thread.frame; frame; frame = frame->caller) {
        visit_frame(*frame, visitor);
        if (frame->generator())
            visitor.visit(frame->registers, frame->code->register_count);
        end = std::max(end, frame->top);
    }
    visitor.visit_conservatively(thread.registers, end);
    for (Value value : {thread.current_task, thread.context, thread.result})
        visitor.visit(value);
    visitor.visit(thread.async_firstiter);
    visitor.visit(thread.async_finalizer);
    visitor.visit(thread.running_loop);
    visitor.visit(thread.event_loop);
    if (thread.raised)
        visitor.visit_object(reinterpret_cast<Object*>(thread.raised));
}

} // namespace ouro::vm
