// SPDX-License-Identifier: MIT
//
// Buffers (PEP 3118): how natives reach the octets of an object without knowing its type. A type that has some serves
// the hooks of its NativeType; who wants them holds a Buffer. Octets are contiguous; a type that cannot give them so
// raises BufferError.
//
// While a Buffer exists its octets stay where they are: a type whose objects can be resized counts its exports (acquire
// adds one, release takes it away) and raises BufferError instead of resizing. The object itself lives as long as the
// Buffer does where the collector sees it: on the native stack, or in an object that visits it.
#pragma once

#include "vm/object.hpp"
#include "vm/result.hpp"

#include <cstddef>
#include <cstdint>
#include <string_view>
#include <utility>

namespace ouro::vm {

struct Bytes;

struct BufferView {
    char* data = nullptr;
    size_t length = 0; // octets
    bool readonly = true;
    const char* format = "B"; // of one item, in the words of module struct
    size_t itemsize = 1;
    unsigned dimensions = 1;
    const int64_t* shape = nullptr; // items per dimension; null: one dimension of length / itemsize

    std::string_view octets() const { return {data, length}; }
};

// What a taker of a buffer asks for: those of inspect.BufferFlags that natives use.
enum class BufferFlags : int { SIMPLE = 0, WRITABLE = 1, FULL_READ_ONLY = 0x11C };

struct BufferHooks {
    Result<void> (*acquire)(VM&, Object*, BufferView&); // fills in the view and counts one export
    void (*release)(Object*);                           // null where nothing is counted
};

class Buffer {
public:
    // The octets of a bytes-like object: of a type with hooks, or of what `__buffer__` of a script's class gives for
    // `flags` (PEP 688). TypeError "a bytes-like object is required, not 'int'", or what `__buffer__` raises.
    static Result<Buffer> of(VM& vm, Value value, BufferFlags flags = BufferFlags::SIMPLE);
    // The same by the hooks alone, whatever methods a derived class has: what the native `__buffer__` shows.
    static Result<Buffer> of_native(VM& vm, Value value);
    // The same to be written to. `who` begins the TypeError: "NAME() argument" + " must be read-write bytes-like
    // object, not bytes".
    static Result<Buffer> writable(VM& vm, Value value, std::string_view who);

    Buffer(Buffer&& other) noexcept : view(other.view), m_owner(other.m_owner) { other.m_owner = nullptr; }
    Buffer& operator=(Buffer&&) = delete;
    ~Buffer() { release(); }
    void release();

    // For objects that hold a view for longer: the owner of the octets, which they visit; later they call
    // release_export.
    Object* detach() { return std::exchange(m_owner, nullptr); }
    static void release_export(Object* owner); // null is allowed

    BufferView view;

private:
    explicit Buffer(Object* owner) : m_owner(owner) {}
    Object* m_owner; // null once released
};

// BufferError unless the count of exports that an object keeps is 0. Views that nobody can reach any more are found and
// released first: so finalizers may run, and what was known of the object's size is to be read again.
Result<void> require_no_exports(VM& vm, const uint64_t& exports);

// Does the type of `value` serve buffers, or its class have `__buffer__`?
bool is_bytes_like(VM& vm, Value value);

// The octets of a bytes-like object as bytes, for natives that are written for these: bytes themselves, or a copy. Null
// for everything else.
Result<Bytes*> bytes_or_null(VM& vm, Value value);
// The same, and null for what serves buffers but refuses now: a released memoryview, one with gaps.
Result<Bytes*> served_bytes_or_null(VM& vm, Value value);

} // namespace ouro::vm
