// SPDX-License-Identifier: MIT
//
// Frame objects: what scripts see of a Frame (sys._getframe, tb_frame, gi_frame). A Frame record is reused as soon as
// its call ends, so a frame object only looks at one that still belongs to it: the record is in use and names the
// object, or a cell with it, as its `frame_object`. After that the object knows code, globals and the last line.
#pragma once

#include "vm/model/frame.hpp"
#include "vm/object.hpp"

namespace ouro::vm {

struct FrameObject : Object {
    static constexpr Kind KIND = Kind::Native;
    static const NativeType& native_type;
    Frame* live;          // see above; ask live_frame()
    Generator* generator; // whose frame it is, or null
    Code* code;
    Function* function;   // null for modules and class bodies
    Dict* globals;
    Value locals;         // the last f_locals dict, or empty
    uint32_t pc;          // where it stood when last seen
};

// The frame object of `frame`, the same one each time while the frame runs.
FrameObject* frame_object(VM& vm, Frame& frame);
// Makes sure that `frame_object` of the frame tells it from others, at less than the cost of an object: a record of a
// traceback takes that over, and so leads to the same object.
void name_frame(VM& vm, Frame& frame);
// The object of the frame that left a traceback record: the frame's own, as long as that runs.
FrameObject* frame_object_of_traceback(VM& vm, Traceback& traceback);
// The frame while it has not ended, else null.
Frame* live_frame(VM& vm, FrameObject& object);
// Variables by name: parameters, locals, captured ones. The namespace itself for modules and class bodies. Empty once
// the frame has ended.
Dict* frame_locals(VM& vm, Frame& frame);

extern const NativeType frame_type;

} // namespace ouro::vm
