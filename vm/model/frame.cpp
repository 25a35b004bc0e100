// SPDX-License-Identifier: MIT
//
// What can be asked of frames without running them.
#include "vm/model/frame.hpp"

#include "vm/model/code.hpp"
#include "vm/model/dict.hpp"
#include "vm/model/exception.hpp"
#include "vm/model/function.hpp"
#include "vm/thread.hpp"
#include "vm/vm.hpp"

#include <algorithm>

namespace ouro::vm {

uint32_t Frame::pc_offset() const { return pc > code->words ? uint32_t(pc - code->words) - 1 : 0; }

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
    visitor.visit(frame.instance);
    visitor.visit_object(reinterpret_cast<Object*>(frame.generator()));
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
    visitor.visit(thread.locals);
    visitor.visit(thread.running_loop);
    visitor.visit(thread.event_loop);
    if (thread.raised)
        visitor.visit_object(reinterpret_cast<Object*>(thread.raised));
}

} // namespace ouro::vm
