// SPDX-License-Identifier: MIT
//
// Promises: operations of the host that scripts await. Other threads hold a PromiseState; it touches nothing of the
// VM, but posts a job to the mailbox of the loop, which settles the future on the loop's thread. The future itself is
// the Realm's.
#include "api/realm.hpp"

#include "stdlib/asyncio/loop.hpp"
#include "stdlib/asyncio/runner.hpp"
#include "vm/async/mailbox.hpp"

#include <atomic>

namespace ouro::detail {

struct PromiseState {
    Realm* realm; // only for jobs, which run while it lives, and for the Runtime's thread
    uint64_t number;
    std::shared_ptr<vm::Mailbox> mailbox;
    std::atomic<bool> is_settled{false};

    ~PromiseState() {
        settle(*this, [](Realm&) -> Bits {
            throw Error::runtime_error("the host has dropped this operation without a result");
        });
    }
};

std::shared_ptr<PromiseState> make_promise(Runtime& runtime) {
    Realm& realm = Realm::of(runtime);
    Entry entry(realm);
    vm::VM& vm = realm.machine();
    stdlib::Loop* loop = stdlib::running_loop(vm);
    if (!loop)
        loop = realm.unwrap(stdlib::main_loop(vm));
    vm::Future* future = stdlib::make_future(vm, *loop);
    auto state = std::make_shared<PromiseState>();
    state->is_settled = true; // until it is complete
    state->realm = &realm;
    state->mailbox = loop->engine->mailbox();
    state->number = realm.add_future(future);
    state->is_settled = false;
    loop->engine->operation_begins();
    return state;
}

// On the loop's thread, within a tick.
static void settle_future(Realm& realm, uint64_t number, const std::function<Bits(Realm&)>& make_result) {
    Value kept = realm.take_future(number);
    if (kept.is_null())
        return;
    Entry entry(realm);
    vm::VM& vm = realm.machine();
    vm::Future* future = vm::as<vm::Future>(Realm::slot_of(kept)->value);
    stdlib::loop_of(*future).engine->operation_ended();
    if (future->is_done()) // cancelled
        return;
    try {
        stdlib::set_result(vm, *future, from_raw(make_result(realm)));
    } catch (...) {
        stdlib::set_exception(vm, *future, raise_current(realm).exception);
    }
}

bool settle(PromiseState& state, std::function<Bits(Realm&)> make_result) {
    if (state.is_settled.exchange(true))
        return false;
    return state.mailbox->post([realm = state.realm, number = state.number, make_result = std::move(make_result)] {
        settle_future(*realm, number, make_result);
    });
}

Value promise_value(PromiseState& state) {
    Slot* slot = state.mailbox->is_open() ? state.realm->find_future(state.number) : nullptr;
    if (!slot)
        throw std::logic_error("ouro: the future of a Promise is asked for before it is settled");
    return Realm::make_value(share_slot(slot));
}

Bits promise_future(PromiseState& state, Realm& realm) {
    Value future = promise_value(state);
    return from_value(realm, const_cast<Slot*>(Realm::slot_of(future)));
}

} // namespace ouro::detail
