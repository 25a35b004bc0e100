// SPDX-License-Identifier: MIT
//
// Realm: the inside of an ouro::Runtime, and the border between host and engine. It owns the Program (program.hpp), the
// slots behind the host's Values, the host's functions and coroutines, the futures of its Promises and the sinks behind
// its output functions. The public headers know it by name only. Here, on entry, the thread is made known to the
// collector, and errors change from Result to C++ exceptions; on the way back (error.hpp) the other way round.
//
// Values and Errors may outlive the Runtime. So a Realm has two lives: open, with a Program; and closed, without one,
// until the last slot is released.
#pragma once

#include "api/error.hpp"
#include "api/linked_list.hpp"
#include "api/output.hpp"
#include "api/program.hpp"
#include "ouro/ouro.hpp"

#include <atomic>
#include <memory>
#include <new>
#include <pthread.h>
#include <unordered_map>
#include <vector>

namespace ouro::detail {

// A counted reference to an object, seen by the collector while it is counted.
struct Slot {
    vm::Value value;
    Realm* realm = nullptr;
    size_t references = 0;
    Slot* next_free = nullptr;
};

inline Bits to_raw(vm::Value value) { return value.bits(); }
inline vm::Value from_raw(Bits bits) { return vm::Value::from_bits(bits); }

class Realm {
public:
    Realm(Runtime& runtime, Options options);
    ~Realm() = default;
    Realm(const Realm&) = delete;
    Realm& operator=(const Realm&) = delete;

    // Ends the first life; destroys the Realm unless slots are in use.
    static void close(Realm* realm);

    static Realm& of(Runtime& runtime) { return *runtime.m_realm; }
    bool is_open() const { return m_program != nullptr; }
    Program& program() { return *m_program; }
    vm::VM& machine() { return m_program->machine(); }
    Runtime& runtime() { return *m_runtime; }
    // Ends the program (Program::finish); the exit status.
    int finish(int status);

    Slot* make_slot(vm::Value value);
    void release(Slot* slot) noexcept;
    static const Slot* slot_of(const Value& value) { return value.m_slot; }
    static Value make_value(Slot* slot) { return Value(slot); }
    Value make_value(vm::Value value) { return Value(make_slot(value)); }

    LinkedList<HostFunction> functions;   // that are not destroyed yet
    LinkedList<HostCoroutine> coroutines; // of the host, that have not ended
    LinkedList<ErrorState> errors;        // with an exception of this Realm

    // Futures of Promises that are not settled, by number.
    uint64_t add_future(vm::Value future);
    Slot* find_future(uint64_t number); // null when it was taken
    Value take_future(uint64_t number);

    // A MemoryError is on its way to the host: gives up what was put aside for reporting it, until the next Entry.
    void use_spare() { m_spare.reset(); }

    // Runtime::blocking.
    void run_blocking(void (*call)(void* context), void* context);

    // The value of a result, or its exception thrown.
    template <class T>
    T unwrap(vm::Result<T> result) {
        if (result.is_error()) [[unlikely]]
            throw_exception(*this, result.exception());
        return result.release();
    }

private:
    friend class Entry;
    class Roots;
    static constexpr size_t SLOTS_PER_CHUNK = 128;
    static constexpr size_t SPARE_BYTES = 64 * 1024; // few enough for malloc's own heap, to which they return

    static std::byte* make_spare() { return new (std::nothrow) std::byte[SPARE_BYTES]; }
    void verify_idle();
    void destroy_coroutines();
    void destroy_functions();
    static Program::Stream stream_to(Realm& realm, Output& output, std::unique_ptr<OutputSink>& sink);

    Runtime* m_runtime;
    std::unique_ptr<OutputSink> m_output_sink, m_error_sink;
    std::unique_ptr<Program> m_program;
    std::unique_ptr<Roots> m_roots;
    std::unique_ptr<std::byte[]> m_spare{make_spare()};
    std::vector<std::unique_ptr<Slot[]>> m_chunks;
    Slot* m_free_slots = nullptr;
    size_t m_used_slots = 0;
    std::unordered_map<uint64_t, Value> m_futures;
    uint64_t m_last_future = 0;
    std::atomic<size_t> m_depth{0};    // entries of the API under way
    std::atomic<pthread_t> m_thread{}; // the one that entered last
    bool m_is_blocking = false;        // that one has given up the VM
};

// Stands at the top of every function of the API that touches the VM. Between two of them the host keeps the VM, for
// what one returns the next one may take as raw bits; other threads of the script run while one of them waits, and in
// Runtime::blocking.
class Entry {
public:
    // std::logic_error when another thread is inside that is none of the script's.
    explicit Entry(Realm& realm);
    // The outermost one writes out what scripts have printed.
    ~Entry();
    Entry(const Entry&) = delete;
    Entry& operator=(const Entry&) = delete;

private:
    bool is_of_script_thread() const;

    Realm& m_realm;
    bool m_is_nested = false; // in a host function that a thread of the script has called
};

} // namespace ouro::detail
