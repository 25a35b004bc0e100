// SPDX-License-Identifier: MIT
//
// bytearray: how its storage grows and shrinks. The type's methods stand in vm/objects/bytes/.
//
// Invariant: the octets [start, start + length) lie in the storage; what is around them is never read.
#include "vm/model/bytearray.hpp"

#include "vm/model/buffer.hpp"
#include "vm/model/core.hpp"

#include <algorithm>

namespace ouro::vm {

// Amortised growth, as of lists.
static size_t grown_capacity(size_t wanted) {
    static constexpr size_t SMALL = 1 << 16, LEAST = 16;
    return wanted + std::max(wanted < SMALL ? wanted / 2 : wanted, LEAST);
}

static Result<Storage*> allocate_octets(VM& vm, size_t size) {
    TRY(vm.heap.reserve(size + sizeof(Storage)));
    return vm.heap.allocate_raw_storage(size);
}

// The same with room to grow, if there is memory for that.
static Result<Storage*> allocate_grown(VM& vm, size_t size) {
    auto storage = allocate_octets(vm, grown_capacity(size));
    return storage.is_error() ? allocate_octets(vm, size) : std::move(storage);
}

Result<ByteArray*> make_bytearray_uninitialized(VM& vm, size_t length) {
    ByteArray* array = vm.heap.make<ByteArray>(vm.native(bytearray_type)->root_shape);
    if (length == 0)
        return array;
    Storage* storage = TRY(allocate_octets(vm, length));
    Heap::store(array, array->storage, storage);
    array->start = reinterpret_cast<char*>(storage->bytes());
    array->length = length;
    return array;
}

Result<ByteArray*> make_bytearray(VM& vm, std::string_view octets) {
    ByteArray* array = TRY(make_bytearray_uninitialized(vm, octets.size()));
    if (!octets.empty())
        memcpy(array->data(), octets.data(), octets.size());
    return array;
}

// --- Changes of the length -----------------------------------------------------------------------------------------

namespace {

// One change: `size` octets for [begin, end), of an array that has no exports.
struct Splice {
    ByteArray& array;
    size_t begin, end, size;

    size_t tail() const { return array.length - end; }
    size_t new_length() const { return begin + size + tail(); }
    char* first() const { return reinterpret_cast<char*>(array.storage->bytes()); }

    void move_into(char* start) const;
    bool fits_in_place();
    Result<void> into_new_storage(Result<Storage*> made);
};

// Moves head and tail to where they belong when the array begins at `start`, which may lie in other storage.
void Splice::move_into(char* start) const {
    if (array.length > 0) {
        const char* old_tail = array.start + end;
        char* new_tail = start + begin + size;
        bool tail_first = new_tail > old_tail; // neither may overwrite what is still to be moved
        if (tail_first)
            memmove(new_tail, old_tail, tail());
        memmove(start, array.start, begin);
        if (!tail_first)
            memmove(new_tail, old_tail, tail());
    }
}

// Does the storage hold the new octets? Then they are moved, as few as possible.
bool Splice::fits_in_place() {
    size_t length = new_length(), capacity = array.capacity();
    auto in_front = size_t(array.start - first()), behind = capacity - in_front - array.length;
    bool grows = length > array.length;
    size_t difference = grows ? length - array.length : array.length - length;
    bool head_can_move = begin < tail() && (!grows || difference <= in_front);
    char* start = array.start;
    if (head_can_move)
        start = grows ? array.start - difference : array.start + difference;
    else if (!grows || difference <= behind)
        start = array.start;
    else if (length <= capacity && in_front >= capacity / 2) // pays off: so much was deleted
        start = first();
    else
        return false;
    move_into(start);
    array.start = start;
    array.length = length;
    return true;
}

Result<void> Splice::into_new_storage(Result<Storage*> made) {
    Storage* storage = TRY(std::move(made));
    auto* start = reinterpret_cast<char*>(storage->bytes());
    size_t length = new_length();
    move_into(start);
    Heap::store(&array, array.storage, storage);
    array.start = start;
    array.length = length;
    return {};
}

} // namespace

static Result<void> splice(VM& vm, Splice change) {
    static constexpr size_t FEW = 64;
    ByteArray& array = change.array;
    size_t length = change.new_length(), capacity = array.capacity();
    if (length == 0) {
        array.storage = nullptr;
        array.start = nullptr;
        array.length = 0;
        return {};
    }
    if (length < array.length && length < capacity / 2 && capacity > FEW) {
        auto smaller = allocate_octets(vm, length); // without memory for it the larger one stays
        if (!smaller.is_error())
            return change.into_new_storage(std::move(smaller));
    }
    if (array.storage && change.fits_in_place())
        return {};
    size_t in_front = array.storage ? size_t(array.start - change.first()) : 0;
    if (in_front < capacity / 2 && array.storage && !vm.heap.reserve(grown_capacity(length)).is_error() &&
        vm.heap.extend_storage(array.storage, in_front + grown_capacity(length), false) && change.fits_in_place())
        return {};
    return change.into_new_storage(array.length ? allocate_grown(vm, length) : allocate_octets(vm, length));
}

Result<char*> bytearray_splice(VM& vm, ByteArray& array, size_t begin, size_t end, size_t size) {
    if (size != end - begin) {
        if (array.exports) [[unlikely]] {
            TRY(require_no_exports(vm, array.exports));
            end = std::min(end, array.length);
            begin = std::min(begin, end);
        }
        if (size > size_t(INT64_MAX) - array.length)
            return vm.memory_error();
        TRY(splice(vm, {array, begin, end, size}));
    }
    return array.data() + begin;
}

Result<void> bytearray_replace(VM& vm, ByteArray& array, size_t begin, size_t end, std::string_view octets) {
    char* place = TRY(bytearray_splice(vm, array, begin, end, octets.size()));
    if (!octets.empty())
        memcpy(place, octets.data(), octets.size());
    return {};
}

Result<void> bytearray_append(VM& vm, ByteArray& array, std::string_view octets) {
    return bytearray_replace(vm, array, array.length, array.length, octets);
}

Result<void> bytearray_resize(VM& vm, ByteArray& array, size_t length) {
    if (array.length == 0 && length > 0 && !array.exports) { // memory of the system is zero already
        TRY(vm.heap.reserve(length + sizeof(Storage)));
        Storage* storage = vm.heap.allocate_storage(length);
        Heap::store(&array, array.storage, storage);
        array.start = reinterpret_cast<char*>(storage->bytes());
        array.length = length;
        return {};
    }
    size_t kept = std::min<size_t>(length, array.length);
    if (length < array.length) {
        TRY(bytearray_splice(vm, array, kept, array.length, 0));
    } else {
        char* zeros = TRY(bytearray_splice(vm, array, kept, kept, length - kept));
        memset(zeros, 0, length - kept);
    }
    return {};
}

} // namespace ouro::vm
