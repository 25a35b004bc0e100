// SPDX-License-Identifier: MIT
//
// Realm: the inside of an ouro::Runtime. It owns the VM, the slots behind the host's Values, the host's functions and
// the streams over its callbacks. It is the border: the public headers know it by name only, and here, on entry, the
// thread is known to the collector, and errors change from Result to C++ exceptions; on the way back (raise_current)
// the other way round. No C++ exception may pass a frame of the engine.
//
// Values and Errors may outlive the Runtime. So a Realm has two lives: open, with a VM; and closed, without one,
// until the last slot is released.
#pragma once

#include "ouro/ouro.hpp"
#include "vm/grants.hpp"
#include "vm/objects/text_stream.hpp"
#include "vm/vm.hpp"

#include <atomic>
#include <exception>
#include <memory>
#include <optional>
#include <pthread.h>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

namespace ouro::detail {

struct ErrorState;

// A counted reference to an object, seen by the collector while it is counted.
struct Slot {
    vm::Value value;
    Realm* realm = nullptr;
    size_t references = 0;
    Slot* next_free = nullptr;
};

inline Bits to_raw(vm::Value value) { return value.bits(); }
inline vm::Value from_raw(Bits bits) { return vm::Value::from_bits(bits); }

// A stream's bytes on their way to a host's function, or nowhere.
class OutputSink final : public vm::ByteSink {
public:
    OutputSink(Realm& realm, Output::Function function) : m_realm(realm), m_function(std::move(function)) {}
    vm::Result<void> write(vm::VM& vm, std::string_view bytes) override;

private:
    Realm& m_realm;
    Output::Function m_function;
};

class Realm {
public:
    Realm(Runtime& runtime, Options options);
    ~Realm() = default;
    Realm(const Realm&) = delete;
    Realm& operator=(const Realm&) = delete;

    // Ends the first life; destroys the Realm unless slots are in use.
    static void close(Realm* realm);

    static Realm& of(Runtime& runtime) { return *runtime.m_realm; }
    bool is_open() const { return m_vm != nullptr; }
    vm::VM& machine() { return *m_vm; }
    Runtime& runtime() { return *m_runtime; }
    vm::Module& main() { return *m_main; }

    Slot* make_slot(vm::Value value);
    void release(Slot* slot) noexcept;
    static const Slot* slot_of(const Value& value) { return value.m_slot; }
    static Value make_value(Slot* slot) { return Value(slot); }
    Value make_value(vm::Value value) { return Value(make_slot(value)); }

    // Host functions, from when they are made until they are destroyed. `owner` is told when the Realm destroys it
    // first.
    void link(HostFunction& function);
    void unlink(HostFunction& function) noexcept;

    // Futures of Promises that are not settled, by number.
    uint64_t add_future(vm::Value future);
    Slot* find_future(uint64_t number); // null when it was taken
    Value take_future(uint64_t number);

    void link(ErrorState& error);
    void unlink(ErrorState& error) noexcept;

    // Throws `exception` as Error or SystemExit.
    [[noreturn]] void throw_exception(vm::Exception* exception);
    // The C++ exception being handled, as the script's exception.
    vm::Raised raise_current();

    // The value of a result, or its exception thrown.
    template <class T>
    T unwrap(vm::Result<T> result) {
        if (result.is_error()) [[unlikely]]
            throw_exception(result.exception());
        return result.release();
    }

private:
    friend class Entry;
    class Roots;
    static constexpr size_t SLOTS_PER_CHUNK = 128;

    void set_up_streams(Options& options);
    vm::TextStream* make_stream(Output& output, std::unique_ptr<OutputSink>& sink, const char* name,
                                const char* errors);
    void make_main();
    void finish() noexcept;
    void flush() noexcept;

    Runtime* m_runtime;
    vm::Grants m_grants;
    std::unique_ptr<OutputSink> m_output_sink, m_error_sink;
    std::unique_ptr<vm::VM> m_vm;
    std::unique_ptr<Roots> m_roots;
    std::vector<std::unique_ptr<Slot[]>> m_chunks;
    Slot* m_free_slots = nullptr;
    size_t m_used_slots = 0;
    std::unordered_map<uint64_t, Value> m_futures;
    uint64_t m_last_future = 0;
    HostFunction* m_functions = nullptr;
    ErrorState* m_errors = nullptr;
    vm::Module* m_main = nullptr;                 // kept alive by m_roots, as are the streams
    vm::TextStream *m_output = nullptr, *m_error_output = nullptr;
    std::atomic<size_t> m_depth{0};               // entries of the API under way
    std::atomic<pthread_t> m_thread{};            // the one that entered last
};

// Stands at the top of every function of the API that touches the VM.
class Entry {
public:
    // std::logic_error when another thread is inside.
    explicit Entry(Realm& realm);
    // The outermost one writes out what scripts have printed.
    ~Entry();
    Entry(const Entry&) = delete;
    Entry& operator=(const Entry&) = delete;

private:
    Realm& m_realm;
};

// Behind an Error: the exception object and the texts that outlive it.
struct ErrorState {
    std::string type_name, message, what;
    std::string traceback_text; // made when asked for, or when the Runtime ends
    Value exception;            // null when no script has seen it, or when the Runtime is gone
    Realm* realm = nullptr;     // null with a null exception
    std::optional<vm::ExceptionId> builtin; // the nearest builtin class
    ErrorState *previous = nullptr, *next = nullptr;

    ErrorState() = default;
    ErrorState(const ErrorState&) = delete;
    ErrorState& operator=(const ErrorState&) = delete;
    ~ErrorState();

    // The state of an exception of `realm`; may be used for one of the host's making once a script has seen it.
    void adopt(Realm& realm, vm::Exception* exception);
    void format();
    void detach() noexcept; // from a Runtime that ends
    static Error make_error(std::shared_ptr<ErrorState> state) { return Error(std::move(state)); }
    static SystemExit make_exit(std::shared_ptr<ErrorState> state, int status) { return {std::move(state), status}; }
    static ErrorState& of(const Error& error) { return *error.m_state; }
    // The exception to raise in `realm` for `error`.
    static vm::Exception* exception_for(Realm& realm, const Error& error);
};

} // namespace ouro::detail
