// SPDX-License-Identifier: MIT
//
// The `traceback` type: one record per frame that an exception left, linked towards where it was raised. Records only
// name the code and the instruction; lines and frame objects are worked out when somebody looks.
#include "vm/model/code.hpp"
#include "vm/objects/frame_object.hpp"
#include "vm/errors/traceback.hpp"
#include "vm/model/core.hpp"

namespace ouro::vm {

uint32_t traceback_line(const Traceback& traceback) {
    if (traceback.line_override)
        return uint32_t(traceback.line_override);
    return traceback.code->line_entry(traceback.pc).line;
}

static Value get_tb_next(Traceback& self) { return self.next ? Value(self.next) : Value::none(); }

static Result<void> set_tb_next(VM& vm, Traceback& self, Value value) {
    if (value.is_empty())
        return vm.type_error("can't delete tb_next attribute");
    Traceback* next = as<Traceback>(value);
    if (!next && !value.is_none())
        return vm.type_error("expected traceback object, got '{}'", vm.type_name(value));
    for (Traceback* at = next; at; at = at->next) {
        if (at == &self)
            return vm.value_error("traceback loop detected");
    }
    Heap::store(&self, self.next, next);
    return {};
}

static int64_t get_line(Traceback& self) { return traceback_line(self); }
static int64_t get_last_instruction(Traceback& self) { return int64_t(self.pc) * 4; }
static Value get_frame(VM& vm, Traceback& self) { return frame_object_of_traceback(vm, self); }

static void visit_traceback(Object* object, Visitor& visitor) {
    auto* traceback = static_cast<Traceback*>(object);
    visitor.visit(traceback->next);
    visitor.visit(traceback->code);
    visitor.visit(traceback->function);
    visitor.visit(traceback->frame);
}

static Result<Traceback*> traceback_new(VM& vm, Type*, Value next, FrameObject& frame, int64_t last_instruction,
                                        int64_t line) {
    if (!next.is_none() && !as<Traceback>(next))
        return vm.type_error("expected traceback object or None, got '{}'", vm.type_name(next));
    for (int64_t number : {last_instruction, line}) {
        if (number < INT32_MIN || number > INT32_MAX)
            return vm.overflow_error("Python int too large to convert to C int");
    }
    auto* traceback = vm.heap.make<Traceback>(vm.types.traceback->root_shape);
    traceback->next = as<Traceback>(next);
    traceback->code = frame.code;
    traceback->function = frame.function;
    traceback->frame = &frame;
    traceback->pc = uint32_t(last_instruction) / 4;
    traceback->line_override = int32_t(line);
    return traceback;
}

static constexpr NativeDef traceback_members[] = {
    fn<traceback_new>("__new__(cls, tb_next, tb_frame, tb_lasti, tb_lineno)"),
    get<get_tb_next, set_tb_next>("tb_next"),
    get<get_frame>("tb_frame"),
    get<get_line>("tb_lineno"),
    get<get_last_instruction>("tb_lasti"),
};

constinit const NativeType traceback_type = {
    .name = "traceback",
    .base = nullptr,
    .kind = Kind::Traceback,
    .size = sizeof(Traceback),
    .flags = Type::FINAL,
    .visit = visit_traceback,
    .members = traceback_members,
    .member_count = std::size(traceback_members),
};

} // namespace ouro::vm
