// SPDX-License-Identifier: MIT
//
// Getting and releasing buffers by the hooks of the owner's type.
#include "vm/model/buffer.hpp"

#include "vm/model/core.hpp"

namespace ouro::vm {

static const BufferHooks* hooks_of(Value value) {
    return value.is_object() ? value.object()->type()->native->buffer : nullptr;
}

bool is_bytes_like(Value value) {
    return hooks_of(value) != nullptr;
}

Result<Bytes*> bytes_or_null(VM& vm, Value value) {
    Bytes* bytes = as<Bytes>(value);
    if (bytes || !is_bytes_like(value))
        return bytes;
    Buffer buffer = TRY(Buffer::of(vm, value));
    return make_bytes(vm, buffer.view.octets());
}

Result<Bytes*> served_bytes_or_null(VM& vm, Value value) {
    if (Bytes* bytes = as<Bytes>(value); bytes || !is_bytes_like(value))
        return bytes;
    auto buffer = Buffer::of(vm, value);
    if (buffer.is_error())
        return static_cast<Bytes*>(nullptr);
    return make_bytes(vm, buffer.release().view.octets());
}

Result<Buffer> Buffer::of(VM& vm, Value value) {
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
    if (is_bytes_like(value)) {
        auto acquired = of(vm, value); // one that cannot be had is not writable either
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
