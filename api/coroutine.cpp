// SPDX-License-Identifier: MIT
//
// Coroutines of the host: the same objects as the engine's own C++20 coroutines (vm/async/async.hpp), with frames that
// the host's C++ has allocated. What follows such an object in its cell is not the frame but its handle and a
// HostCoroutine: the promise that the driver knows, a member of the Realm's list. The host's promise points to it. So a
// frame is destroyed by whichever comes first: the body ends, the coroutine is closed, its object is found unreachable,
// the Realm closes.
#include "api/realm.hpp"

#include "vm/async/async.hpp"

#include <stdexcept>

namespace ouro::detail {

struct HostCoroutine : vm::AsyncPromise {
    Realm* realm;
    Links<HostCoroutine> links;
};

namespace {

// What follows the object, laid out as a frame is: a promise behind two words.
struct OutsideFrame {
    static constexpr size_t SCANNED = 2 * sizeof(void*) + sizeof(vm::AsyncPromise); // not the list
    std::coroutine_handle<> handle;
    void* unused;
    HostCoroutine promise;
};

} // namespace

static vm::Result<vm::Value> resume_host(vm::VM& vm, vm::NativeCoroutine& self, vm::Result<vm::Value> outcome) {
    if (auto fits = vm.check_native_stack(); fits.is_error())
        outcome = fits.error();
    auto* host = static_cast<HostCoroutine*>(&static_cast<vm::AsyncCoroutine&>(self).promise());
    Entry entry(*host->realm);
    return resume_async(vm, self, outcome);
}

static constexpr vm::NativeCoroutine::Code HOST_CODE = {nullptr, resume_host};

Bits make_coroutine(Realm& realm, CoroutinePromise& promise, std::coroutine_handle<> handle, const void* callee) {
    Entry entry(realm);
    vm::VM& vm = realm.machine();
    vm::AsyncCoroutine* coroutine = make_async_coroutine(vm, sizeof(OutsideFrame), HOST_CODE);
    coroutine->set_outside_frame();
    coroutine->frame_bytes = OutsideFrame::SCANNED;
    if (callee)
        coroutine->function = const_cast<vm::NativeFunction*>(static_cast<const vm::NativeFunction*>(callee));
    else
        coroutine->set_qualname("ouro.Async");
    auto* frame = new (coroutine + 1) OutsideFrame();
    frame->handle = handle;
    HostCoroutine* host = &frame->promise;
    OURO_VERIFY(&host->coroutine() == coroutine);
    host->vm = &vm;
    host->realm = &realm;
    realm.coroutines.add(*host);
    promise.m_inside = host;
    return to_raw(coroutine);
}

Realm& realm_of(HostCoroutine& coroutine) {
    return *coroutine.realm;
}

void coroutine_awaits(HostCoroutine& coroutine, Bits awaitable) {
    coroutine.wait_for(from_raw(awaitable), true);
}

Bits coroutine_outcome(HostCoroutine& coroutine) {
    return to_raw(coroutine.realm->unwrap(coroutine.outcome));
}

void coroutine_returns(HostCoroutine& coroutine, Bits result) {
    coroutine.end(from_raw(result));
}

void coroutine_raises(HostCoroutine& coroutine) {
    coroutine.end(raise_current(*coroutine.realm));
}

void coroutine_ends(HostCoroutine& coroutine) noexcept {
    coroutine.realm->coroutines.remove(coroutine);
}

// --- In the Realm --------------------------------------------------------------------------------------------------

void Realm::destroy_coroutines() {
    Entry entry(*this);
    while (HostCoroutine* coroutine = coroutines.first())
        destroy_async(machine(), coroutine->coroutine());
}

} // namespace ouro::detail
