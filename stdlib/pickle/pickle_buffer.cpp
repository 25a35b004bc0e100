// SPDX-License-Identifier: MIT
//
// PickleBuffer (Library Reference, pickle, "Out-of-band Buffers"). It holds one export of the object's octets until it
// is released, and, while others see them through it, until these are done.
#include "stdlib/pickle/pickle_buffer.hpp"

#include "stdlib/builtins/memoryview.hpp"

namespace ouro::stdlib {

using namespace ouro::vm;

namespace {

struct PickleBuffer : Object {
    static constexpr Kind KIND = Kind::Native;
    static constexpr const NativeType& native_type = pickle_buffer_type;
    Object* owner;  // of the octets, exported; null when they are not contiguous, and at the end
    Value object;   // as given; empty once released
    BufferView view;
    uint64_t exports;
};

void visit_buffer(Object* object, Visitor& visitor) {
    auto& self = *static_cast<PickleBuffer*>(object);
    visitor.visit(self.owner);
    visitor.visit(self.object);
}

void drop(PickleBuffer& self) {
    if (self.exports == 0)
        Buffer::release_export(std::exchange(self.owner, nullptr));
}

void finalize_buffer(VM&, Object* object) {
    auto& self = *static_cast<PickleBuffer*>(object);
    Buffer::release_export(std::exchange(self.owner, nullptr));
}

Result<void> check_held(VM& vm, PickleBuffer& self) {
    if (!self.object)
        return vm.value_error("operation forbidden on released PickleBuffer object");
    return {};
}

Result<Value> buffer_new(VM& vm, Type* type, Value object) {
    if (!is_bytes_like(vm, object))
        return vm.type_error("a bytes-like object is required, not '{}'", vm.type_name(object));
    auto acquired = Buffer::of(vm, object);
    bool has_gaps = acquired.is_error() && is_exception_of(acquired.exception(), vm, ExceptionId::BufferError);
    if (acquired.is_error() && !has_gaps)
        return acquired.error();
    auto* self = static_cast<PickleBuffer*>(allocate_instance(vm, type));
    self->object = object;
    self->view = {};
    if (has_gaps) {
        self->view.length = 1;
    } else {
        Buffer buffer = acquired.release();
        self->view = buffer.view;
        self->owner = buffer.detach();
    }
    return self;
}

Result<void> acquire(VM& vm, Object* object, BufferView& view) {
    auto& self = *static_cast<PickleBuffer*>(object);
    TRY(check_held(vm, self));
    if (!self.owner) // raises
        TRY(Buffer::of(vm, self.object));
    view = self.view;
    self.exports++;
    return {};
}

void release(Object* object) {
    auto& self = *static_cast<PickleBuffer*>(object);
    self.exports--;
    if (!self.object)
        drop(self);
}

Result<Value> buffer_raw(VM& vm, PickleBuffer& self) {
    TRY(check_held(vm, self));
    if (!self.owner)
        return vm.raise(ExceptionId::BufferError, "cannot extract raw buffer from non-contiguous buffer");
    Value view = TRY(make_memoryview(vm, &self));
    if (self.view.dimensions == 1 && std::string_view(self.view.format) == "B")
        return view;
    return call_method(vm, view, "cast", {intern(vm, "B")});
}

void buffer_release(PickleBuffer& self) {
    self.object = {};
    drop(self);
}

constexpr BufferHooks HOOKS = {acquire, release};

constexpr NativeDef MEMBERS[] = {
    fn<buffer_new>("__new__(cls, object, /)"),
    fn<buffer_raw>("raw(self, /)", "A memoryview of the octets, as such, whatever their shape was."),
    fn<buffer_release>("release(self, /)", "Let go of the object."),
};

} // namespace

Result<BufferView> pickle_buffer_view(VM& vm, Value value) {
    auto& self = *static_cast<PickleBuffer*>(value.object());
    TRY(check_held(vm, self));
    return self.view;
}

constinit const NativeType pickle_buffer_type = {
    .name = "pickle.PickleBuffer",
    .base = nullptr,
    .kind = Kind::Native,
    .size = sizeof(PickleBuffer),
    .flags = Type::FINAL | Type::WEAKLY_REFERENCEABLE,
    .visit = visit_buffer,
    .members = MEMBERS,
    .member_count = std::size(MEMBERS),
    .doc = "A bytes-like object that may be pickled outside of the pickle.",
    .finalize = finalize_buffer,
    .buffer = &HOOKS,
};

} // namespace ouro::stdlib
