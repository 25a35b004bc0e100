// SPDX-License-Identifier: MIT
//
// The life of a Realm: set-up of its VM, slots, entries, the end.
#include "api/realm.hpp"

#include "lang/compile.hpp"
#include "stdlib/asyncio/runner.hpp"
#include "stdlib/modules.hpp"
#include "stdlib/sys/program_end.hpp"
#include "stdlib/sys/sys.hpp"
#include "vm/finalize.hpp"

#include <stdexcept>
#include <unistd.h>

namespace ouro::detail {

using vm::Result;
using vm::VM;

// --- Slots ----------------------------------------------------------------------------------------------------------

// What the host holds, and what the Realm itself does.
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
        visitor.visit(m_realm.m_main);
        visitor.visit(m_realm.m_output);
        visitor.visit(m_realm.m_error_output);
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

Slot* make_slot(Realm& realm, Bits bits) { return realm.make_slot(from_raw(bits)); }

Slot* share_slot(Slot* slot) noexcept {
    slot->references++;
    return slot;
}

void release_slot(Slot* slot) noexcept { slot->realm->release(slot); }

Realm& realm_of(Slot* slot) {
    if (!slot)
        throw std::logic_error("ouro: use of a null Value");
    if (!slot->realm->is_open())
        throw std::logic_error("ouro: the Runtime of this Value is gone");
    return *slot->realm;
}

Bits bits_of(Slot* slot) {
    realm_of(slot);
    return to_raw(slot->value);
}

Bits from_value(Realm& realm, Slot* slot) {
    if (!slot)
        return none();
    if (&realm_of(slot) != &realm)
        throw std::invalid_argument("ouro: this Value belongs to another Runtime");
    return to_raw(slot->value);
}

Runtime& runtime_of(Realm& realm) { return realm.runtime(); }

// --- Set-up ---------------------------------------------------------------------------------------------------------

Realm::Realm(Runtime& runtime, Options options)
    : m_runtime(&runtime), m_grants{options.import_folders, options.readable_folders, options.writable_folders,
                                      options.environment, {}}, m_vm(std::make_unique<VM>()),
      m_roots(std::make_unique<Roots>(*this)), m_thread(pthread_self()) {
    VM& vm = *m_vm;
    vm.grants = &m_grants;
    stdlib::register_stdlib(vm);
    lang::install_compiler(vm);
    stdlib::set_arguments(vm, options.arguments);
    vm::List* path = vm::make_list(vm);
    for (const std::string& folder : options.import_folders)
        unwrap(vm::list_append(vm, *path, unwrap(vm::make_str_lossy(vm, folder))));
    module_set(vm, *vm.sys, "path", path);
    set_up_streams(options);
    make_main();
    vm.recursion_limit = std::max<uint32_t>(options.recursion_limit, 1);
    vm.time_is_virtual = options.virtual_time;
    if (options.memory_limit)
        vm.heap.set_limit(options.memory_limit);
}

void Realm::make_main() {
    VM& vm = *m_vm;
    m_main = make_module(vm, vm.names.dunder_main);
    if (vm::DictEntry* builtins = dict_find(*vm.modules, intern(vm, "builtins")))
        dict_set(vm, *m_main->dict, vm.names.dunder_builtins, builtins->value);
    dict_set(vm, *vm.modules, vm.names.dunder_main, m_main);
}

vm::TextStream* Realm::make_stream(Output& output, std::unique_ptr<OutputSink>& sink, const char* name,
                                   const char* errors) {
    int fd = output.m_descriptor;
    if (fd >= 0)
        return make_text_stream(*m_vm, fd, name, true, errors, ::isatty(fd));
    sink = std::make_unique<OutputSink>(*this, std::move(output.m_function));
    return make_text_stream(*m_vm, *sink, name, errors, true);
}

void Realm::set_up_streams(Options& options) {
    VM& vm = *m_vm;
    auto set = [&](const char* name, const char* original, vm::Value stream) {
        module_set(vm, *vm.sys, name, stream);
        module_set(vm, *vm.sys, original, stream);
    };
    m_output = make_stream(options.output, m_output_sink, "<stdout>", "surrogateescape");
    set("stdout", "__stdout__", m_output);
    m_error_output = make_stream(options.errors, m_error_sink, "<stderr>", "backslashreplace");
    set("stderr", "__stderr__", m_error_output);
    vm::Value input = vm::Value::none();
    if (options.input >= 0)
        input = make_text_stream(vm, options.input, "<stdin>", false, "surrogateescape", false);
    set("stdin", "__stdin__", input);
}

// The text is copied: the function may run scripts, which print into the stream's buffer.
Result<void> OutputSink::write(VM&, std::string_view bytes) {
    if (!m_function)
        return {};
    try {
        m_function(std::string(bytes));
        return {};
    } catch (...) {
        return m_realm.raise_current();
    }
}

// --- Entries --------------------------------------------------------------------------------------------------------

Entry::Entry(Realm& realm) : m_realm(realm) {
    pthread_t self = pthread_self();
    size_t depth = realm.m_depth.load(std::memory_order_relaxed);
    if (realm.m_thread.load(std::memory_order_relaxed) != self) {
        if (depth)
            throw std::logic_error("ouro: a Runtime is used by two threads at once");
        realm.m_thread.store(self, std::memory_order_relaxed);
        realm.machine().thread->attach_native_stack();
    }
    realm.m_depth.store(depth + 1, std::memory_order_relaxed);
}

Entry::~Entry() {
    size_t depth = m_realm.m_depth.load(std::memory_order_relaxed);
    if (depth == 1)
        m_realm.flush();
    m_realm.m_depth.store(depth - 1, std::memory_order_relaxed);
}

static bool is_dirty(vm::TextStream* stream) {
    return stream && !stream->bytes->closed && (stream->pending_used || stream->bytes->output_used);
}

// What cannot be written is lost: there is no script any more that could be told.
void Realm::flush() noexcept {
    for (vm::TextStream* stream : {m_output, m_error_output}) {
        if (is_dirty(stream) && text_stream_flush(*m_vm, *stream).is_error())
            continue;
    }
}

// --- The end --------------------------------------------------------------------------------------------------------

void Realm::link(HostFunction& function) {
    function.m_next = m_functions;
    if (m_functions)
        m_functions->m_previous = &function;
    m_functions = &function;
}

void Realm::unlink(HostFunction& function) noexcept {
    (function.m_previous ? function.m_previous->m_next : m_functions) = function.m_next;
    if (function.m_next)
        function.m_next->m_previous = function.m_previous;
}

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

void Realm::link(ErrorState& error) {
    error.next = m_errors;
    if (m_errors)
        m_errors->previous = &error;
    m_errors = &error;
}

void Realm::unlink(ErrorState& error) noexcept {
    (error.previous ? error.previous->next : m_errors) = error.next;
    if (error.next)
        error.next->previous = error.previous;
    error.previous = error.next = nullptr;
}

void Realm::finish() noexcept {
    {
        Entry entry(*this);
        stdlib::run_exit_functions(*m_vm);
        auto closed = stdlib::close_main_runner(*m_vm);
        if (closed.is_error())
            m_vm->write_stderr(format_exception(*m_vm, *closed.exception()));
        m_futures.clear();
        finalize_everything(*m_vm);
        stdlib::flush_files(*m_vm);
    }
    for (int descriptor : m_grants.descriptors)
        ::close(descriptor);
    while (m_errors)
        m_errors->detach();
    // What they have captured may be Values, whose slots are released here.
    while (HostFunction* function = m_functions) {
        unlink(*function);
        if (function->m_owner)
            *function->m_owner = nullptr;
        delete function;
    }
}

void Realm::close(Realm* realm) {
    realm->finish();
    realm->m_roots.reset();
    realm->m_vm.reset();
    realm->m_output = realm->m_error_output = nullptr;
    realm->m_runtime = nullptr;
    if (realm->m_used_slots == 0)
        delete realm;
}

} // namespace ouro::detail
