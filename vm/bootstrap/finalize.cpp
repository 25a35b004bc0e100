// SPDX-License-Identifier: MIT
//
// Finalizers: those that natives have, __del__, and the callbacks of weak references.
#include "vm/bootstrap/finalize.hpp"

#include "vm/async/chain.hpp"
#include "vm/errors/unraisable.hpp"
#include "vm/model/core.hpp"
#include "vm/model/coroutine_object.hpp"
#include "vm/weak_references.hpp"
#include "vm/model/special_calls.hpp"

namespace ouro::vm {

static void finalize(VM& vm, Object* object) {
    Type* type = object->type();
    for (const NativeType* native = type->native; native; native = native->base) {
        if (native->finalize) {
            native->finalize(vm, object);
            break;
        }
    }
    Value method = type->has(Type::HEAP) ? type->special(vm, Special::Del) : Value();
    if (!method)
        return;
    auto result = call_special_if_bound(vm, object, Special::Del);
    if (result.is_error())
        report_ignored(vm, *result.exception(),
                       fmt::format("Exception ignored while calling deallocator {}", repr_text(vm, method)));
}

void WeakReferences::run_callbacks() {
    while (m_first_due) {
        RootVector batch(m_vm.heap); // complete before any is called: they may come here again
        for (WeakReference* reference = m_first_due; reference; reference = reference->next)
            batch.push(reference);
        m_first_due = nullptr;
        for (Value item : batch.items) {
            auto* reference = static_cast<WeakReference*>(item.object());
            reference->next = nullptr;
            Value callback = std::exchange(reference->callback, {});
            auto result = call(m_vm, callback, {item});
            if (result.is_error())
                report_ignored(
                    m_vm, *result.exception(),
                    fmt::format("Exception ignored while calling weakref callback {}", repr_text(m_vm, callback)));
        }
    }
}

void VM::run_finalizers() {
    while (!finalizer_queue.empty()) { // the oldest first; they may drop more
        RootVector batch(heap);
        batch.items.assign(finalizer_queue.begin(), finalizer_queue.end());
        finalizer_queue.clear();
        for (Value object : batch.items)
            finalize(*this, object.object());
    }
    if (weak_references)
        weak_references->run_callbacks();
}

void finalize_everything(VM& vm) {
    vm.heap.collect(true);
    vm.run_finalizers();
    vm.heap.set_enabled(false); // what is finalized here is still listed as something to finalize
    vm.heap.for_each_object(
        [](void* context, Object* object) {
            bool is_used_still = object->kind == Kind::Native && !detail::native_cast<AsyncOperation>(object);
            if (Coroutine* coroutine = as_coroutine(object))
                is_used_still = is_running(*coroutine); // in a thread that has been stopped
            if (object->flags & Object::FINALIZABLE && !is_used_still)
                static_cast<VM*>(context)->finalizer_queue.push_back(object);
        },
        &vm);
    vm.run_finalizers();
}

} // namespace ouro::vm
