// SPDX-License-Identifier: MIT
//
// The classes of files below Python's (Library Reference, io): the abstract ones, FileIO over a descriptor, and what
// all of them share: errors, the list of files that hold what is not written yet, the lock of a file.
//
//   TextFile (text_file.hpp)     characters: decodes, encodes, translates line ends
//   Buffered (buffered.hpp)      reads ahead, collects what is written
//   FileIO                       one system call per operation
//
// Each layer calls the one below without a detour when that is native and nobody has overridden anything; else it calls
// its methods.
#pragma once

#include "stdlib/modules.hpp"
#include "vm/async/parking.hpp"

namespace ouro::stdlib {

extern const vm::NativeType io_base_type, raw_io_base_type, buffered_io_base_type, text_io_base_type;
extern const vm::NativeType file_io_type;

inline constexpr int64_t DEFAULT_BUFFER_SIZE = 131072, STANDARD_BUFFER_SIZE = 8192;

// --- base_classes.cpp ---

vm::Type* unsupported_operation(vm::VM& vm); // io.UnsupportedOperation: an OSError and a ValueError
vm::Raised closed_file(vm::VM& vm); // ValueError "I/O operation on closed file."
vm::Raised unsupported(vm::VM& vm, std::string_view operation);
// The optional size of read(), readline(), truncate(): `otherwise` for None. TypeError for what is no integer.
vm::Result<int64_t> size_argument(vm::VM& vm, vm::Value value, int64_t otherwise);
// What a method of a script's file answered, as truth.
vm::Result<bool> ask(vm::VM& vm, vm::Value file, const char* method);
// Is the attribute `closed` true?
vm::Result<bool> is_closed(vm::VM& vm, vm::Value file);
// Has the file no attributes of its own, but for that one?
bool is_unadorned(const vm::Object& file, std::string_view attribute);
// "_io.BufferedReader", or the bare name of a script's class.
std::string file_class_name(const vm::Object& file);
// A view of `size` octets of `storage` from `start` on, for readinto() of a script's file.
vm::Result<vm::Object*> make_storage_view(vm::VM& vm, vm::Storage* storage, size_t start, size_t size);
// The count that readinto() or write() of a script's file answered: 0 to `most`, or BLOCKED for None.
vm::Result<int64_t> answered_count(vm::VM& vm, vm::Value answer, size_t most, const char* method);

// --- raw_file.cpp ---

// Takes the bytes of a standard stream in place of a file descriptor. It outlives the stream.
class ByteSink {
public:
    virtual vm::Result<void> write(vm::VM& vm, std::string_view bytes) = 0;

protected:
    ~ByteSink() = default;
};

struct FileIO : vm::Object {
    static constexpr vm::Kind KIND = vm::Kind::Native;
    static constexpr const vm::NativeType& native_type = file_io_type;
    ByteSink* sink; // null: the descriptor
    int32_t fd;     // -1: not opened, or closed, or there is a sink
    bool is_standard; // a standard stream, which needs no grant
    bool is_open, reads, writes, appends, creates, closefd;
    int8_t seekable; // as far as it is known: -1, else a bool
};

// The FileIO that `raw` is, if calling its methods can mean nothing but what is declared here. Null for all else.
FileIO* plain_file(vm::Value raw);
vm::Result<vm::Value> open_raw_file(vm::VM& vm, vm::Value file, std::string_view mode, bool closefd, vm::Value opener);
// All that is left; None when a non-blocking file has nothing yet.
vm::Result<vm::Value> file_read_all(vm::VM& vm, FileIO& file);
vm::Result<bool> file_is_seekable(vm::VM& vm, FileIO& file);
// One system call of an open file: how many octets, or BLOCKED (os/descriptors.hpp).
vm::Result<int64_t> file_read_octets(vm::VM& vm, FileIO& file, char* octets, size_t size);
vm::Result<int64_t> file_write_octets(vm::VM& vm, FileIO& file, std::string_view octets);
vm::Result<int64_t> file_seek_to(vm::VM& vm, FileIO& file, int64_t position, int64_t whence);
vm::Result<void> file_close(vm::VM& vm, FileIO& file);

// --- open.cpp ---

vm::Result<vm::Value> open_file(vm::VM& vm, vm::Value file, vm::Value mode, vm::Value buffering, vm::Value encoding,
                                vm::Value errors, vm::Value newline, bool closefd, vm::Value opener);

// --- unflushed.cpp ---

// Who works on a file now. Others wait for it, also while that one has given up the VM in a system call.
struct FileLock {
    vm::Thread* user;
    vm::ParkingLine waiting;
    bool is_reentrant; // the user's own thread may begin again
};

// A file that may hold what is not written yet. While it does, it is listed and cannot die.
struct UnflushedFile : vm::Object {
    UnflushedFile* next_unflushed;
    UnflushedFile* previous_unflushed;
    FileLock lock;
    bool is_listed, is_never_listed;
};
void visit_unflushed_links(UnflushedFile& file, vm::Visitor& visitor);
void list_unflushed(vm::VM& vm, UnflushedFile& file);
void unlist_unflushed(vm::VM& vm, UnflushedFile& file);
// Writes out what files hold, as far as nobody works on them just now: whoever looks at another file may expect it.
void write_out_files(vm::VM& vm);
// In a forked process: nobody works any more on the files of the threads that are not in it.
void release_lost_files(vm::VM& vm);

class FileUse {
public:
    FileUse(vm::VM& vm, FileLock& lock) : m_vm(vm), m_lock(lock) {}
    ~FileUse();
    FileUse(const FileUse&) = delete;
    FileUse& operator=(const FileUse&) = delete;

    // Waits for the file; KeyboardInterrupt meanwhile. RuntimeError when this thread works on it already: a finalizer
    // or signal handler of a script has come in between.
    vm::Result<void> begin(vm::Object& file) {
        if (m_lock.user) [[unlikely]] {
            if (m_lock.is_reentrant && m_lock.user == m_vm.thread)
                return {};
            TRY(wait(file));
        }
        m_lock.user = m_vm.thread;
        m_is_user = true;
        return {};
    }

private:
    vm::Result<void> wait(vm::Object& file);

    vm::VM& m_vm;
    FileLock& m_lock;
    bool m_is_user = false;
};

} // namespace ouro::stdlib
