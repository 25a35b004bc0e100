// SPDX-License-Identifier: MIT
//
// _posix_descriptors: what os does with open descriptors beyond files' reading and writing. Library Reference, os,
// "File Descriptor Operations".
#include "stdlib/os/descriptors.hpp"

#include "vm/blocking.hpp"
#include "vm/grants.hpp"
#include "vm/model/buffer.hpp"

#include <cerrno>
#include <climits>
#include <fcntl.h>
#include <pty.h>
#include <sys/eventfd.h>
#include <sys/mman.h>
#include <sys/sendfile.h>
#include <sys/uio.h>
#include <termios.h>
#include <utmp.h>
#include <unistd.h>
#include <vector>

namespace ouro::stdlib {

using namespace vm;

// A system call, begun again when a signal has interrupted it; its result, or OSError.
template <class F>
static Result<int64_t> repeated(VM& vm, F&& call) {
    for (;;) {
        auto result = blocking(vm, call);
        if (result >= 0)
            return int64_t(result);
        if (errno != EINTR)
            return vm.os_error(errno);
        TRY(vm.handle_safepoint());
    }
}

// Descriptors that scripts of hosts make are theirs (grants.hpp).
static Result<int64_t> made_descriptor(VM& vm, int fd) {
    if (fd < 0)
        return vm.os_error(errno);
    if (vm.grants)
        vm.grants->descriptors.insert(fd);
    return int64_t(fd);
}

static Result<void> check_unlimited(VM& vm, const char* what) {
    return vm.grants ? Result<void>(refuse_access(vm, what)) : Result<void>();
}

static Result<Value> pair_of_descriptors(VM& vm, const int (&ends)[2]) {
    int64_t first = TRY(made_descriptor(vm, ends[0])), second = TRY(made_descriptor(vm, ends[1]));
    return Value(make_tuple(vm, {make_int(vm, first), make_int(vm, second)}));
}

static Result<Value> make_pipe(VM& vm, int64_t flags) {
    TRY(check_unlimited(vm, "pipes"));
    int ends[2];
    TRY(repeated(vm, [&] { return ::pipe2(ends, int(flags)); }));
    return pair_of_descriptors(vm, ends);
}

// --- Their flags ----------------------------------------------------------------------------------------------------

static Result<int64_t> control(VM& vm, int64_t fd, int command, int64_t argument) {
    TRY(check_descriptor(vm, fd));
    return repeated(vm, [&] { return ::fcntl(int(fd), command, int(argument)); });
}

static Result<bool> get_inheritable(VM& vm, int64_t fd) { return !(TRY(control(vm, fd, F_GETFD, 0)) & FD_CLOEXEC); }
static Result<void> set_inheritable(VM& vm, int64_t fd, bool inheritable) {
    int64_t flags = TRY(control(vm, fd, F_GETFD, 0)) & ~int64_t(FD_CLOEXEC);
    TRY(control(vm, fd, F_SETFD, flags | (inheritable ? 0 : FD_CLOEXEC)));
    return {};
}
static Result<bool> get_blocking(VM& vm, int64_t fd) { return !(TRY(control(vm, fd, F_GETFL, 0)) & O_NONBLOCK); }
static Result<void> set_blocking(VM& vm, int64_t fd, bool blocks) {
    int64_t flags = TRY(control(vm, fd, F_GETFL, 0)) & ~int64_t(O_NONBLOCK);
    TRY(control(vm, fd, F_SETFL, flags | (blocks ? 0 : O_NONBLOCK)));
    return {};
}

static void close_range_of(VM& vm, int64_t low, int64_t high) {
    for (int64_t fd = std::max<int64_t>(low, 0); fd < std::min<int64_t>(high, INT_MAX); fd++) {
        int64_t limit = ::sysconf(_SC_OPEN_MAX);
        if (limit > 0 && fd >= limit)
            return;
        (void)close_descriptor(vm, fd); // errors are not told
    }
}

// --- Octets at a position, and in parts -----------------------------------------------------------------------------

static Result<Value> read_at(VM& vm, int64_t fd, int64_t size, int64_t offset) {
    TRY(check_descriptor(vm, fd));
    if (size < 0)
        return vm.os_error(EINVAL);
    TRY(vm.heap.reserve(size_t(size)));
    std::string octets(size_t(size), '\0');
    int64_t count = TRY(repeated(vm, [&] { return ::pread(int(fd), octets.data(), octets.size(), offset); }));
    return Value(TRY(make_bytes(vm, std::string_view(octets.data(), size_t(count)))));
}

static Result<int64_t> write_at(VM& vm, int64_t fd, Value data, int64_t offset) {
    Buffer buffer = TRY(Buffer::of(vm, data));
    TRY(check_descriptor(vm, fd));
    TRY(vm.heap.reserve(buffer.view.length));
    std::string octets(buffer.view.octets());
    return repeated(vm, [&] { return ::pwrite(int(fd), octets.data(), octets.size(), offset); });
}

namespace {

// Buffers of a sequence, and copies of them, which no other thread can touch during a call.
struct Parts {
    std::vector<Buffer> buffers;
    std::vector<std::string> octets;
    std::vector<iovec> vectors;

    Result<void> take(VM& vm, Value sequence, bool writable) {
        TRY(for_each(vm, sequence, [&](Value item) -> Result<void> {
            if (!is_bytes_like(vm, item))
                return vm.type_error("a bytes-like object is required, not '{}'", vm.type_name(item));
            buffers.push_back(writable ? TRY(Buffer::writable(vm, item, "readv()")) : TRY(Buffer::of(vm, item)));
            TRY(vm.heap.reserve(buffers.back().view.length));
            octets.emplace_back(buffers.back().view.octets());
            return {};
        }));
        for (std::string& part : octets)
            vectors.push_back({part.data(), part.size()});
        return {};
    }
    void give_back(size_t count) {
        for (size_t i = 0; i < octets.size() && count; i++) {
            size_t size = std::min(count, octets[i].size());
            std::copy_n(octets[i].data(), size, buffers[i].view.data);
            count -= size;
        }
    }
};

} // namespace

static Result<int64_t> read_parts(VM& vm, int64_t fd, Value sequence, int64_t offset, int64_t flags) {
    TRY(check_descriptor(vm, fd));
    RootVector kept(vm.heap);
    kept.push(sequence);
    Parts parts;
    TRY(parts.take(vm, sequence, true));
    int64_t count = TRY(repeated(vm, [&] {
        return ::preadv2(int(fd), parts.vectors.data(), int(parts.vectors.size()), offset, int(flags));
    }));
    parts.give_back(size_t(count));
    return count;
}

static Result<int64_t> write_parts(VM& vm, int64_t fd, Value sequence, int64_t offset, int64_t flags) {
    TRY(check_descriptor(vm, fd));
    Parts parts;
    TRY(parts.take(vm, sequence, false));
    return repeated(vm, [&] {
        return ::pwritev2(int(fd), parts.vectors.data(), int(parts.vectors.size()), offset, int(flags));
    });
}

// --- From one to another --------------------------------------------------------------------------------------------

static Result<off_t*> optional_offset(VM& vm, Value value, off_t& offset) {
    if (value.is_none())
        return static_cast<off_t*>(nullptr);
    offset = TRY(index_int64(vm, value));
    return &offset;
}

static Result<int64_t> send_file(VM& vm, int64_t out_fd, int64_t in_fd, Value offset, int64_t count) {
    TRY(check_descriptor(vm, out_fd));
    TRY(check_descriptor(vm, in_fd));
    off_t position;
    off_t* at = TRY(optional_offset(vm, offset, position));
    return repeated(vm, [&] { return ::sendfile(int(out_fd), int(in_fd), at, size_t(count)); });
}

template <class F>
static Result<int64_t> move_octets(VM& vm, int64_t from, int64_t to, int64_t count, Value from_offset, Value to_offset,
                                   F&& call) {
    TRY(check_descriptor(vm, from));
    TRY(check_descriptor(vm, to));
    if (count < 0)
        return vm.value_error("negative value for 'count' not allowed");
    off_t from_position, to_position;
    off_t* read_at = TRY(optional_offset(vm, from_offset, from_position));
    off_t* write_at = TRY(optional_offset(vm, to_offset, to_position));
    return repeated(vm, [&] { return call(read_at, write_at); });
}

static Result<int64_t> copy_range(VM& vm, int64_t src, int64_t dst, int64_t count, Value from, Value to) {
    return move_octets(vm, src, dst, count, from, to, [&](off_t* read_at, off_t* write_at) {
        return ::copy_file_range(int(src), read_at, int(dst), write_at, size_t(count), 0);
    });
}
static Result<int64_t> splice_octets(VM& vm, int64_t src, int64_t dst, int64_t count, Value from, Value to,
                                     int64_t flags) {
    return move_octets(vm, src, dst, count, from, to, [&](off_t* read_at, off_t* write_at) {
        return ::splice(int(src), read_at, int(dst), write_at, size_t(count), unsigned(flags));
    });
}

// --- Files on disk --------------------------------------------------------------------------------------------------

static Result<void> sync_data(VM& vm, int64_t fd) {
    TRY(check_descriptor(vm, fd));
    TRY(repeated(vm, [&] { return ::fdatasync(int(fd)); }));
    return {};
}
static Result<void> advise(VM& vm, int64_t fd, int64_t offset, int64_t length, int64_t advice) {
    TRY(check_descriptor(vm, fd));
    int error = blocking(vm, [&] { return ::posix_fadvise(int(fd), offset, length, int(advice)); });
    return error ? Result<void>(vm.os_error(error)) : Result<void>();
}
static Result<void> allocate(VM& vm, int64_t fd, int64_t offset, int64_t length) {
    TRY(check_descriptor(vm, fd));
    int error = blocking(vm, [&] { return ::posix_fallocate(int(fd), offset, length); });
    return error ? Result<void>(vm.os_error(error)) : Result<void>();
}
static Result<void> lock_file(VM& vm, int64_t fd, int64_t command, int64_t length) {
    TRY(check_descriptor(vm, fd));
    TRY(repeated(vm, [&] { return ::lockf(int(fd), int(command), length); }));
    return {};
}

// --- Terminals ------------------------------------------------------------------------------------------------------

static Result<std::string> terminal_name(VM& vm, int64_t fd) {
    TRY(check_descriptor(vm, fd));
    char name[512];
    if (int error = ::ttyname_r(int(fd), name, sizeof(name)))
        return vm.os_error(error);
    return std::string(name);
}

static Result<Value> open_terminals(VM& vm) {
    TRY(check_unlimited(vm, "terminals"));
    int ends[2];
    if (::openpty(&ends[0], &ends[1], nullptr, nullptr, nullptr) != 0)
        return vm.os_error(errno);
    for (int end : ends)
        ::fcntl(end, F_SETFD, FD_CLOEXEC);
    return pair_of_descriptors(vm, ends);
}

static Result<void> take_terminal(VM& vm, int64_t fd) {
    TRY(check_unlimited(vm, "terminals"));
    return ::login_tty(int(fd)) != 0 ? Result<void>(vm.os_error(errno)) : Result<void>();
}
static Result<int64_t> terminal_group(VM& vm, int64_t fd) {
    TRY(check_descriptor(vm, fd));
    return repeated(vm, [&] { return ::tcgetpgrp(int(fd)); });
}
static Result<void> set_terminal_group(VM& vm, int64_t fd, int64_t group) {
    TRY(check_descriptor(vm, fd));
    TRY(repeated(vm, [&] { return ::tcsetpgrp(int(fd), pid_t(group)); }));
    return {};
}

// --- Descriptors that are no files ----------------------------------------------------------------------------------

static Result<int64_t> make_memory_file(VM& vm, std::string_view name, int64_t flags) {
    TRY(check_unlimited(vm, "files in memory"));
    return made_descriptor(vm, ::memfd_create(std::string(name).c_str(), unsigned(flags)));
}
static Result<int64_t> make_event(VM& vm, int64_t value, int64_t flags) {
    TRY(check_unlimited(vm, "event descriptors"));
    return made_descriptor(vm, ::eventfd(unsigned(value), int(flags)));
}
static Result<int64_t> read_event(VM& vm, int64_t fd) {
    TRY(check_descriptor(vm, fd));
    eventfd_t value = 0;
    TRY(repeated(vm, [&] { return ::eventfd_read(int(fd), &value); }));
    return int64_t(value);
}
static Result<void> write_event(VM& vm, int64_t fd, int64_t value) {
    TRY(check_descriptor(vm, fd));
    TRY(repeated(vm, [&] { return ::eventfd_write(int(fd), eventfd_t(value)); }));
    return {};
}

#define NUMBER(name) constant(#name, int64_t(name))

static constexpr NativeDef MEMBERS[] = {
    fn<make_pipe>("pipe2(flags, /)", "Make a pipe; its two descriptors."),
    fn<get_inheritable>("get_inheritable(fd, /)", "Do programs that are started get the descriptor?"),
    fn<set_inheritable>("set_inheritable(fd, inheritable, /)", "Set whether programs that are started get it."),
    fn<get_blocking>("get_blocking(fd, /)", "Do reading and writing wait?"),
    fn<set_blocking>("set_blocking(fd, blocking, /)", "Set whether reading and writing wait."),
    fn<close_range_of>("closerange(fd_low, fd_high, /)", "Close descriptors from fd_low to before fd_high."),
    fn<read_at>("pread(fd, length, offset, /)", "Read bytes at a position."),
    fn<write_at>("pwrite(fd, buffer, offset, /)", "Write bytes at a position."),
    fn<read_parts>("preadv(fd, buffers, offset, flags=0, /)", "Read at a position into several buffers."),
    fn<write_parts>("pwritev(fd, buffers, offset, flags=0, /)", "Write several buffers at a position."),
    fn<send_file>("sendfile(out_fd, in_fd, offset, count)", "Copy bytes from one descriptor to another."),
    fn<copy_range>("copy_file_range(src, dst, count, offset_src=None, offset_dst=None)",
                   "Copy bytes from one file to another."),
    fn<splice_octets>("splice(src, dst, count, offset_src=None, offset_dst=None, flags=0)",
                      "Move bytes to or from a pipe."),
    fn<sync_data>("fdatasync(fd)", "Have a file's content written to the disk."),
    fn<advise>("posix_fadvise(fd, offset, length, advice, /)", "Say how a file will be read."),
    fn<allocate>("posix_fallocate(fd, offset, length, /)", "Have room on the disk for a part of a file."),
    fn<lock_file>("lockf(fd, command, length, /)", "Lock, test or unlock a part of a file."),
    fn<terminal_name>("ttyname(fd, /)", "The name of a terminal."),
    fn<open_terminals>("openpty()", "Make a pseudo-terminal; its two descriptors."),
    fn<take_terminal>("login_tty(fd, /)", "Make a terminal the controlling one, and the standard streams."),
    fn<terminal_group>("tcgetpgrp(fd, /)", "The process group in a terminal's foreground."),
    fn<set_terminal_group>("tcsetpgrp(fd, pgid, /)", "Put a process group into a terminal's foreground."),
    fn<make_memory_file>("memfd_create(name, flags=1)", "Make a file in memory."),
    fn<make_event>("eventfd(initval, flags=524288)", "Make a descriptor that counts events."),
    fn<read_event>("eventfd_read(fd)", "Take the count of an event descriptor."),
    fn<write_event>("eventfd_write(fd, value)", "Add to the count of an event descriptor."),
    NUMBER(O_ACCMODE), NUMBER(O_ASYNC), NUMBER(O_DIRECT), NUMBER(O_DSYNC), NUMBER(O_FSYNC), NUMBER(O_LARGEFILE),
    NUMBER(O_NDELAY), NUMBER(O_NOATIME), NUMBER(O_NOCTTY), NUMBER(O_PATH), NUMBER(O_RSYNC), NUMBER(O_TMPFILE),
    NUMBER(F_LOCK), NUMBER(F_TEST), NUMBER(F_TLOCK), NUMBER(F_ULOCK), NUMBER(SEEK_DATA), NUMBER(SEEK_HOLE),
    NUMBER(POSIX_FADV_DONTNEED), NUMBER(POSIX_FADV_NOREUSE), NUMBER(POSIX_FADV_NORMAL), NUMBER(POSIX_FADV_RANDOM),
    NUMBER(POSIX_FADV_SEQUENTIAL), NUMBER(POSIX_FADV_WILLNEED), NUMBER(RWF_APPEND), NUMBER(RWF_DSYNC),
    NUMBER(RWF_HIPRI), NUMBER(RWF_NOWAIT), NUMBER(RWF_SYNC), NUMBER(SPLICE_F_MORE), NUMBER(SPLICE_F_MOVE),
    NUMBER(SPLICE_F_NONBLOCK), NUMBER(EFD_CLOEXEC), NUMBER(EFD_NONBLOCK), NUMBER(EFD_SEMAPHORE),
    NUMBER(MFD_ALLOW_SEALING), NUMBER(MFD_CLOEXEC), NUMBER(MFD_HUGETLB),
};
#undef NUMBER

extern const NativeModule posix_descriptors_module;
constinit const NativeModule posix_descriptors_module = {"_posix_descriptors", "System calls on descriptors.", MEMBERS,
                                                         std::size(MEMBERS)};

} // namespace ouro::stdlib
