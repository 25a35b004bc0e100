// SPDX-License-Identifier: MIT
//
// The two lives of a Realm: slots, entries, what the host has given it, the end.
#include "api/realm.hpp"

#include "vm/blocking.hpp"

#include <cstdio>
#include <cstdlib>
#include <stdexcept>

namespace ouro::detail {

// --- Slots ----------------------------------------------------------------------------------------------------------

// What the host holds.
class Realm::Roots final : public vm::RootBase {
public:
    explicit Roots(Realm& realm) : RootBase(realm.machine().heap), m_realm(realm) {}

private:
    void visit_roots(vm::Visitor& visitor) override {
        for (const auto& chunk : m_realm.m_chunks) {
            for (size_t i = 0; i < SLOTS_PER_CHUNK; i++) {
                if (chunk[i].references)
                    visitor.visit(chunk[i].value);
            }
        }
    }
    Realm& m_realm;
};

Slot* Realm::make_slot(vm::Value value) {
    if (!m_free_slots) {
        auto& chunk = m_chunks.emplace_back(std::make_unique<Slot[]>(SLOTS_PER_CHUNK));
        for (size_t i = SLOTS_PER_CHUNK; i-- > 0;) {
            chunk[i].realm = this;
            chunk[i].next_free = m_free_slots;
            m_free_slots = &chunk[i];
        }
    }
    Slot* slot = m_free_slots;
    m_free_slots = slot->next_free;
    slot->value = value;
    slot->references = 1;
    m_used_slots++;
    return slot;
}

void Realm::release(Slot* slot) noexcept {
    if (--slot->references)
        return;
    slot->value = {};
    slot->next_free = m_free_slots;
    m_free_slots = slot;
    if (--m_used_slots == 0 && !m_runtime)
        delete this;
}

// --- Set-up ---------------------------------------------------------------------------------------------------------

Program::Stream Realm::stream_to(Realm& realm, Output& output, std::unique_ptr<OutputSink>& sink) {
    if (output.m_descriptor >= 0)
        return {output.m_descriptor};
    sink = std::make_unique<OutputSink>(realm, std::move(output.m_function));
    return {-1, sink.get()};
}

Realm::Realm(Runtime& runtime, Options options)
    : m_runtime(&runtime),
      m_program(std::make_unique<Program>(options, stream_to(*this, options.output, m_output_sink),
                                          stream_to(*this, options.errors, m_error_sink))),
      m_roots(std::make_unique<Roots>(*this)), m_thread(pthread_self()) {}

// --- Entries --------------------------------------------------------------------------------------------------------

bool Entry::is_of_script_thread() const {
    vm::VM& vm = m_realm.machine();
    return vm.thread && vm.thread != vm.main_thread.get() && pthread_equal(vm.thread->native, pthread_self());
}

Entry::Entry(Realm& realm) : m_realm(realm) {
    pthread_t self = pthread_self();
    size_t depth = realm.m_depth.load(std::memory_order_relaxed);
    if (realm.m_thread.load(std::memory_order_relaxed) != self) {
        if (is_of_script_thread()) {
            m_is_nested = true;
            return;
        }
        if (depth)
            throw std::logic_error("ouro: a Runtime is used by two threads at once");
        realm.m_thread.store(self, std::memory_order_relaxed);
        realm.machine().thread->attach_native_stack();
    } else if (realm.m_is_blocking) {
        throw std::logic_error("ouro: a Runtime is used within its blocking()");
    }
    if (!realm.m_spare && !depth)
        realm.m_spare.reset(Realm::make_spare());
    realm.m_depth.store(depth + 1, std::memory_order_relaxed);
}

Entry::~Entry() {
    if (m_is_nested)
        return;
    size_t depth = m_realm.m_depth.load(std::memory_order_relaxed);
    if (depth == 1)
        m_realm.m_program->flush();
    m_realm.m_depth.store(depth - 1, std::memory_order_relaxed);
}

void Realm::run_blocking(void (*call)(void* context), void* context) {
    Entry entry(*this);
    bool is_host = machine().thread == machine().main_thread.get(); // else one of the script's, in a host function
    vm::BlockingScope scope(machine());
    struct Mark {
        ~Mark() {
            if (mark)
                *mark = false;
        }
        bool* mark; // null in a thread of the script
    } blocking{is_host ? &m_is_blocking : nullptr};
    if (is_host)
        m_is_blocking = true;
    call(context);
}

// --- The end --------------------------------------------------------------------------------------------------------

uint64_t Realm::add_future(vm::Value future) {
    m_futures.emplace(++m_last_future, make_value(future));
    return m_last_future;
}

Slot* Realm::find_future(uint64_t number) {
    auto found = m_futures.find(number);
    return found == m_futures.end() ? nullptr : found->second.m_slot;
}

Value Realm::take_future(uint64_t number) {
    auto found = m_futures.extract(number);
    return found.empty() ? Value() : std::move(found.mapped());
}

int Realm::finish(int status) {
    Entry entry(*this);
    status = m_program->finish(status);
    m_futures.clear();
    return status;
}

// What they have captured may be Values, whose slots are released here.
void Realm::destroy_functions() {
    while (HostFunction* function = functions.first()) {
        functions.remove(*function);
        if (function->m_owner)
            *function->m_owner = nullptr;
        delete function;
    }
}

// The frames below would go on in a machine that is gone.
void Realm::verify_idle() {
    if (m_depth.load() == 0)
        return;
    std::fputs("ouro: a Runtime is destroyed within one of its own calls\n", stderr);
    std::abort();
}

void Realm::close(Realm* realm) {
    realm->verify_idle();
    realm->finish(0);
    // Destructors of the host's run here, which may use the Runtime: make functions, fail, make Promises.
    while (realm->coroutines.first() || realm->errors.first() || realm->functions.first()) {
        realm->destroy_coroutines(); // while what their locals refer to is still there
        while (ErrorState* error = realm->errors.first())
            error->detach();
        realm->destroy_functions();
    }
    realm->m_futures.clear();
    realm->m_roots.reset();
    realm->m_program.reset();
    realm->m_runtime = nullptr;
    if (realm->m_used_slots == 0)
        delete realm;
}

} // namespace ouro::detail
