// SPDX-License-Identifier: MIT
//
// The `frame` type (Library Reference, inspect, "Types and members"): f_code, f_lineno, f_lasti, f_globals, f_builtins,
// f_locals, f_back.
#include "vm/objects/frame_object.hpp"

#include "vm/model/code.hpp"
#include "vm/model/coroutine_object.hpp"
#include "vm/model/core.hpp"

namespace ouro::vm {

const NativeType& FrameObject::native_type = frame_type;

static FrameObject* make_frame_object(VM& vm, Code* code, Function* function, Dict* globals, uint32_t pc) {
    auto* object = static_cast<FrameObject*>(allocate_instance(vm, vm.native(frame_type)));
    object->code = code;
    object->function = function;
    object->globals = globals;
    object->pc = pc;
    return object;
}

static Dict* frame_globals(Frame& frame) {
    if (frame.function)
        return frame.function->globals;
    return frame.ns;
}

// What a Frame or a traceback record has for its frame object: that itself, or a cell that will hold it. Empty when
// nobody has asked for it yet.
static Value known_object(Value place) {
    Cell* cell = as<Cell>(place);
    return cell ? cell->value : place;
}

// A cell, which the records of tracebacks share, stays in its place.
static void keep_object(Object* owner, Value& place, FrameObject* object) {
    if (Cell* cell = as<Cell>(place))
        Heap::store(cell, cell->value, object);
    else if (owner)
        Heap::store(owner, place, object);
    else
        place = object;
}

void name_frame(VM& vm, Frame& frame) {
    if (frame.frame_object)
        return;
    frame.frame_object = make_cell(vm, {});
    if (Generator* generator = frame.generator())
        Heap::barrier(generator);
}

FrameObject* frame_object(VM& vm, Frame& frame) {
    if (Value known = known_object(frame.frame_object))
        return static_cast<FrameObject*>(known.object());
    FrameObject* object = make_frame_object(vm, frame.code, frame.function, frame_globals(frame), frame.pc_offset());
    object->live = &frame;
    object->generator = frame.generator();
    keep_object(object->generator, frame.frame_object, object);
    return object;
}

FrameObject* frame_object_of_traceback(VM& vm, Traceback& traceback) {
    if (Value known = known_object(traceback.frame))
        return static_cast<FrameObject*>(known.object());
    for (Frame* frame = vm.thread->frame; frame && traceback.frame; frame = frame->caller) {
        if (frame->frame_object == traceback.frame)
            return frame_object(vm, *frame);
    }
    Dict* globals = traceback.function ? traceback.function->globals : nullptr;
    FrameObject* object = make_frame_object(vm, traceback.code, traceback.function, globals, traceback.pc);
    keep_object(&traceback, traceback.frame, object);
    return object;
}

// Generator frames stand on the heap, kept by the object; others are looked for among the running ones.
Frame* live_frame(VM& vm, FrameObject& object) {
    if (object.generator) {
        bool alive = !object.generator->is_closed();
        return alive ? &object.generator->frame : nullptr;
    }
    if (!object.live)
        return nullptr;
    for (Frame* frame = vm.thread->frame; frame; frame = frame->caller) {
        if (frame == object.live && known_object(frame->frame_object) == Value(&object))
            return frame;
    }
    object.live = nullptr;
    return nullptr;
}

static uint32_t current_line(VM& vm, FrameObject& object) {
    if (Frame* frame = live_frame(vm, object))
        object.pc = frame->pc_offset();
    return object.code->line_entry(object.pc).line;
}

// --- Locals ---------------------------------------------------------------------------------------------------------

static void add_variable(VM& vm, Dict& variables, Value name, Value value) {
    if (Cell* cell = as<Cell>(value))
        value = cell->value;
    if (value)
        dict_set(vm, variables, static_cast<Str*>(name.object()), value);
}

Dict* frame_locals(VM& vm, Frame& frame) {
    if (frame.ns)
        return frame.ns;
    Dict* variables = make_dict(vm);
    Code& code = *frame.code;
    for (size_t i = 0; code.local_names && i < code.local_names->size(); i++)
        add_variable(vm, *variables, (*code.local_names)[i], frame.registers[local_register(unsigned(i))]);
    Tuple* closure = frame.function ? frame.function->closure : nullptr;
    for (size_t i = 0; closure && code.free_names && i < code.free_names->size(); i++)
        add_variable(vm, *variables, (*code.free_names)[i], (*closure)[i]);
    return variables;
}

static Value get_locals(VM& vm, FrameObject& self) {
    if (Frame* frame = live_frame(vm, self))
        Heap::store(&self, self.locals, frame_locals(vm, *frame));
    else if (!self.locals)
        Heap::store(&self, self.locals, make_dict(vm));
    return self.locals;
}

// --- Members --------------------------------------------------------------------------------------------------------

static Value get_code(FrameObject& self) { return self.code; }
static int64_t get_line(VM& vm, FrameObject& self) { return current_line(vm, self); }
static Value get_globals(VM& vm, FrameObject& self) {
    return self.globals ? self.globals : make_dict(vm);
}
static Value get_builtins(VM& vm, FrameObject& self) { return self.function ? self.function->builtins : vm.builtins; }
static Value get_trace(FrameObject&) { return Value::none(); }

static int64_t get_last_instruction(VM& vm, FrameObject& self) {
    (void)current_line(vm, self);
    return int64_t(self.pc) * 4;
}

// Of a chain of delegating coroutines only the outermost says whether it runs.
static bool is_running(Coroutine* coroutine) {
    while (Coroutine* awaiter = coroutine->awaiter())
        coroutine = awaiter;
    return coroutine->state() == Coroutine::State::Running;
}

static Value get_back(VM& vm, FrameObject& self) {
    Frame* frame = live_frame(vm, self);
    if (!frame || !frame->caller || (frame->generator() && !is_running(frame->generator())))
        return Value::none();
    return frame_object(vm, *frame->caller);
}

static Result<Value> frame_repr(VM& vm, FrameObject& self) {
    return TRY(make_str(vm, fmt::format("<frame at {:#x}, file {}, line {}, code {}>", uintptr_t(&self),
                                        str_repr(self.code->filename->view()), current_line(vm, self),
                                        self.code->name->view())));
}

static Value get_generator(VM& vm, FrameObject& self) {
    return live_frame(vm, self) && self.generator ? Value(self.generator) : Value::none();
}

static void visit_frame_object(Object* object, Visitor& visitor) {
    auto* frame = static_cast<FrameObject*>(object);
    visitor.visit(frame->generator);
    visitor.visit(frame->code);
    visitor.visit(frame->function);
    visitor.visit(frame->globals);
    visitor.visit(frame->locals);
}

static constexpr NativeDef frame_members[] = {
    get<get_code>("f_code"),
    get<get_line>("f_lineno"),
    get<get_last_instruction>("f_lasti"),
    get<get_globals>("f_globals"),
    get<get_builtins>("f_builtins"),
    get<get_locals>("f_locals"),
    get<get_back>("f_back"),
    get<get_generator>("f_generator"),
    get<get_trace>("f_trace"),
    fn<frame_repr>("__repr__(self, /)"),
};

constinit const NativeType frame_type = {
    .name = "frame",
    .base = nullptr,
    .kind = Kind::Native,
    .size = sizeof(FrameObject),
    .flags = Type::FINAL | Type::NO_NEW,
    .visit = visit_frame_object,
    .members = frame_members,
    .member_count = std::size(frame_members),
};

} // namespace ouro::vm
