// SPDX-License-Identifier: MIT
//
// BufferedReader, BufferedWriter and BufferedRandom: one struct and one buffer, which holds either what was read ahead
// or what is not written yet. A change of direction moves the raw file's position back, or writes.
//
// One thread at a time works on a file: what is called here from outside holds its lock (FileUse), and the functions of
// reading and writing say `locked` where the caller does. So nobody finds the buffer halfway, also while a system call
// has given up the VM.
#pragma once

#include "stdlib/io/files.hpp"

namespace ouro::stdlib {

extern const vm::NativeType buffered_reader_type, buffered_writer_type, buffered_random_type, buffered_pair_type;

struct Buffered : UnflushedFile {
    static constexpr vm::Kind KIND = vm::Kind::Native;
    enum class State : uint8_t { New, Ready, Detached };

    vm::Value raw;
    vm::Storage* storage; // null while unused; it grows up to `capacity`
    uint64_t capacity;
    uint64_t start, end;  // what was read ahead, or what is not written yet
    State state;
    bool reads, writes;
    bool holds_output; // [start, end) is to be written

    char* octets() const { return reinterpret_cast<char*>(storage->bytes()); }
    std::string_view held() const { return start < end ? std::string_view(octets() + start, end - start) : ""; }
    size_t ahead() const { return holds_output ? 0 : size_t(end - start); } // read, and not given out
};

// --- buffered_types.cpp ---

// The Buffered that `file` is, whatever its class; null for everything else.
Buffered* as_buffered(vm::Value file);
// The same if calling its methods can mean nothing but what is declared here.
Buffered* plain_buffered(vm::Value file);
// A new one over `raw`. OSError when that cannot do what the type is for.
vm::Result<vm::Value> make_buffered(vm::VM& vm, const vm::NativeType& type, vm::Value raw, int64_t capacity);
vm::Result<void> buffered_initialize(vm::VM& vm, Buffered& self, vm::Value raw, int64_t capacity);
// ValueError when it was never initialized, is detached or closed: "`what` closed file".
vm::Result<void> check_usable(vm::VM& vm, Buffered& self);
vm::Result<void> check_usable(vm::VM& vm, Buffered& self, const char* what);
vm::Result<bool> buffered_is_closed(vm::VM& vm, Buffered& self);

// --- buffered_raw.cpp: the raw file below ---

// Makes the storage hold `size` octets, no more than `capacity`, and keeps those in it.
vm::Result<void> make_room(vm::VM& vm, Buffered& self, size_t size);
// One read to the storage's place `at`: how many octets, 0 at the end, BLOCKED.
vm::Result<int64_t> raw_read_locked(vm::VM& vm, Buffered& self, size_t at, size_t size);
// One write: how many octets, BLOCKED.
vm::Result<int64_t> raw_write_locked(vm::VM& vm, Buffered& self, std::string_view octets);
vm::Result<int64_t> raw_tell_locked(vm::VM& vm, Buffered& self);
vm::Result<int64_t> raw_seek_locked(vm::VM& vm, Buffered& self, int64_t position, int64_t whence);

// --- buffered_reading.cpp ---

// Reads on when nothing is held: how many octets are held then; 0 at the end, BLOCKED. Writes out what is not written.
vm::Result<int64_t> buffered_fill_locked(vm::VM& vm, Buffered& self);
// At most `most` octets with at most one read of the raw file, as a view of the buffer that lasts until the next call.
vm::Result<std::string_view> buffered_take_locked(vm::VM& vm, Buffered& self, size_t most);
// All that is left, or None.
vm::Result<vm::Value> buffered_read_all_locked(vm::VM& vm, Buffered& self);
vm::Result<vm::Value> buffered_next(vm::VM& vm, vm::Object* object);

// Methods of BufferedReader and BufferedRandom.
vm::Result<vm::Value> buffered_read(vm::VM& vm, Buffered& self, vm::Value size);
vm::Result<vm::Value> buffered_read1(vm::VM& vm, Buffered& self, vm::Value size);
vm::Result<vm::Value> buffered_readinto(vm::VM& vm, Buffered& self, vm::Value target);
vm::Result<vm::Value> buffered_readinto1(vm::VM& vm, Buffered& self, vm::Value target);
vm::Result<vm::Value> buffered_readline(vm::VM& vm, Buffered& self, vm::Value size);
vm::Result<vm::Value> buffered_peek(vm::VM& vm, Buffered& self, int64_t size);
vm::Result<vm::Value> buffered_next_method(vm::VM& vm, Buffered& self);

// --- buffered_writing.cpp ---

vm::Result<void> buffered_write_locked(vm::VM& vm, Buffered& self, std::string_view octets);
// BlockingIOError when the raw file would have to wait.
vm::Result<void> buffered_flush_locked(vm::VM& vm, Buffered& self);
// Forgets what is not written.
void hold_nothing(vm::VM& vm, Buffered& self);
// Takes the lock.
vm::Result<void> buffered_flush(vm::VM& vm, Buffered& self);
// Moves the raw file back to where the reader is, and forgets what was read ahead.
vm::Result<void> forget_ahead_locked(vm::VM& vm, Buffered& self);

// Methods.
vm::Result<int64_t> buffered_write(vm::VM& vm, Buffered& self, vm::Value data);
vm::Result<int64_t> buffered_tell(vm::VM& vm, Buffered& self);
vm::Result<int64_t> buffered_seek(vm::VM& vm, Buffered& self, vm::Value position, int64_t whence);
vm::Result<vm::Value> buffered_truncate(vm::VM& vm, Buffered& self, vm::Value size);

} // namespace ouro::stdlib

// Methods are called with any of the three types.
template <>
inline ouro::stdlib::Buffered* ouro::vm::detail::native_cast<ouro::stdlib::Buffered>(Value value) {
    return ouro::stdlib::as_buffered(value);
}
