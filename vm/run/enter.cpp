// SPDX-License-Identifier: MIT
//
// Pushing frames, and entering the interpreter loop from native code.
#include "vm/run/enter.hpp"

#include "vm/model/code.hpp"
#include "vm/run/interpreter.hpp"

#include <algorithm>
#include <new>

namespace ouro::vm {

// What a native's C++ containers need is not charged, and they throw when the system refuses it. That becomes
// MemoryError here: natives own what they make (RAII), and the frame in which the instruction stood is the thread's.
Value run(VM& vm, Frame* frame, Exception* pending) {
    for (;;) {
        try {
            return run_loop(vm, frame, pending);
        } catch (const std::bad_alloc&) {
            frame = vm.thread->frame;
            pending = vm.memory_error().exception;
            exception_set_context(*pending, handled_exception(frame));
        }
    }
}

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
    frame->instance = {};
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

} // namespace ouro::vm
