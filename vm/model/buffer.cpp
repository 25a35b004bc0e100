// SPDX-License-Identifier: MIT
//
// Getting and releasing buffers: by the hooks of the owner's type, or by `__buffer__` and `__release_buffer__` of a
// script's class (PEP 688).
#include "vm/model/buffer.hpp"

#include "vm/model/core.hpp"
#include "vm/model/native.hpp"
#include "vm/values/intern.hpp"

namespace ouro::vm {

static const BufferHooks* hooks_of(Value value) {
    return value.is_object() ? value.object()->type()->native->buffer : nullptr;
}

// --- Classes of scripts ---------------------------------------------------------------------------------------------

namespace {

extern const NativeType buffer_wrapper_type;

// Stands as the owner of octets for an object whose class has `__buffer__`: when they are given back, that is told.
struct BufferWrapper : Object {
    VM* vm;
    Value object;
    Value view; // the memoryview that `__buffer__` gave; empty once it is given back
    uint64_t exports;
};

void visit_wrapper(Object* object, Visitor& visitor) {
    auto* self = static_cast<BufferWrapper*>(object);
    visitor.visit(self->object);
    visitor.visit(self->view);
}

Result<void> acquire_wrapped(VM& vm, Object* object, BufferView& view) {
    auto* self = static_cast<BufferWrapper*>(object);
    TRY(hooks_of(self->view)->acquire(vm, self->view.object(), view));
    self->exports++;
    return {};
}

void release_wrapped(Object* object) {
    auto* self = static_cast<BufferWrapper*>(object);
    Buffer::release_export(self->view.object());
    if (--self->exports)
        return;
    VM& vm = *self->vm;
    Value view = std::exchange(self->view, {});
    Value method = vm.type_of(self->object)->lookup(vm, intern(vm, "__release_buffer__"));
    if (!method || method.is_none())
        return;
    auto called = call_method(vm, self->object, "__release_buffer__", {view});
    if (called.is_error())
        vm.report_unraisable(called.exception(), repr_text(vm, method));
}

constexpr BufferHooks WRAPPER_HOOKS = {acquire_wrapped, release_wrapped};

constinit const NativeType buffer_wrapper_type = {
    .name = "_buffer_wrapper",
    .base = nullptr,
    .kind = Kind::Native,
    .size = sizeof(BufferWrapper),
    .flags = Type::FINAL | Type::NO_NEW,
    .visit = visit_wrapper,
    .members = nullptr,
    .member_count = 0,
    .buffer = &WRAPPER_HOOKS,
};

// The `__buffer__` that a class of a script has for itself, or empty.
Value buffer_method(VM& vm, Value value) {
    Type* type = vm.type_of(value);
    Value method = type->has(Type::HEAP) ? type->lookup(vm, intern(vm, "__buffer__")) : Value();
    return as<NativeFunction>(method) ? Value() : method;
}

Result<Object*> wrap(VM& vm, Value value, BufferFlags flags) {
    Value view = TRY(call_method(vm, value, "__buffer__", {Value::small_int(int(flags))}));
    if (!hooks_of(view))
        return vm.type_error("__buffer__ returned non-memoryview object");
    auto* wrapper = static_cast<BufferWrapper*>(allocate_instance(vm, vm.native(buffer_wrapper_type)));
    wrapper->vm = &vm;
    wrapper->object = value;
    wrapper->view = view;
    wrapper->exports = 0;
    return wrapper;
}

} // namespace

// --- Natives --------------------------------------------------------------------------------------------------------

bool is_bytes_like(VM& vm, Value value) { return hooks_of(value) || buffer_method(vm, value); }

Result<Bytes*> bytes_or_null(VM& vm, Value value) {
    Bytes* bytes = as<Bytes>(value);
    if (bytes || !is_bytes_like(vm, value))
        return bytes;
    Buffer buffer = TRY(Buffer::of(vm, value));
    return make_bytes(vm, buffer.view.octets());
}

Result<Bytes*> served_bytes_or_null(VM& vm, Value value) {
    if (Bytes* bytes = as<Bytes>(value); bytes || !is_bytes_like(vm, value))
        return bytes;
    auto buffer = Buffer::of(vm, value);
    if (buffer.is_error())
        return static_cast<Bytes*>(nullptr);
    return make_bytes(vm, buffer.release().view.octets());
}

Result<Buffer> Buffer::of(VM& vm, Value value, BufferFlags flags) {
    if (buffer_method(vm, value))
        value = TRY(wrap(vm, value, flags));
    return of_native(vm, value);
}

Result<Buffer> Buffer::of_native(VM& vm, Value value) {
    const BufferHooks* hooks = hooks_of(value);
    if (!hooks)
        return vm.type_error("a bytes-like object is required, not '{}'", vm.type_name(value));
    BufferView view;
    TRY(hooks->acquire(vm, value.object(), view));
    Buffer buffer(value.object());
    buffer.view = view;
    return buffer;
}

Result<Buffer> Buffer::writable(VM& vm, Value value, std::string_view who) {
    if (is_bytes_like(vm, value)) {
        auto acquired = of(vm, value, BufferFlags::WRITABLE); // one that cannot be had is not writable either
        if (!acquired.is_error()) {
            Buffer buffer = acquired.release();
            if (!buffer.view.readonly)
                return buffer;
        }
    }
    std::string_view type = value.is_none() ? std::string_view("None") : vm.type_name(value);
    return vm.type_error("{} must be read-write bytes-like object, not {}", who, type);
}

Result<void> require_no_exports(VM& vm, const uint64_t& exports) {
    for (bool full : {false, true}) { // most views die young
        if (!exports)
            return {};
        vm.heap.collect(full);
        vm.run_finalizers();
    }
    if (exports)
        return vm.raise(ExceptionId::BufferError, "Existing exports of data: object cannot be re-sized");
    return {};
}

void Buffer::release() {
    release_export(detach());
}

void Buffer::release_export(Object* owner) {
    auto release = owner ? owner->type()->native->buffer->release : nullptr;
    if (release)
        release(owner);
}

} // namespace ouro::vm
