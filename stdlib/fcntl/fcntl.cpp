// SPDX-License-Identifier: MIT
//
// The module fcntl (Library Reference, fcntl): control of descriptors. An argument is a number, or octets that the
// system reads, and for ioctl may change.
#include "stdlib/os/descriptors.hpp"

#include "vm/blocking.hpp"
#include "vm/model/buffer.hpp"

#include <algorithm>
#include <cerrno>
#include <climits>
#include <cstring>
#include <fcntl.h>
#include <sys/file.h>
#include <sys/ioctl.h>
#include <unistd.h>

namespace ouro::stdlib {

using namespace vm;

static constexpr size_t MOST_OCTETS = 1024; // of an argument that is not changed in place

// A number, or what fileno() of an object gives.
static Result<int> descriptor(VM& vm, Value value) {
    Value number = value;
    if (!is_int(value) && !value.is_bool()) {
        Value method = TRY(find_attribute(vm, value, "fileno"));
        if (!method)
            return vm.type_error("argument must be an int, or have a fileno() method.");
        number = TRY(call(vm, method, std::initializer_list<Value>{}));
        if (!is_int(number))
            return vm.type_error("fileno() returned a non-integer");
    }
    std::optional<int64_t> fd = to_int64(TRY(index(vm, number)));
    if (!fd || *fd > INT_MAX || *fd < INT_MIN)
        return vm.overflow_error("Python int too large to convert to C int");
    if (*fd < 0)
        return vm.value_error("file descriptor cannot be a negative integer ({})", *fd);
    TRY(check_descriptor(vm, *fd));
    return int(*fd);
}

// A call, begun again when a signal has interrupted it.
template <class F>
static Result<int64_t> repeated(VM& vm, F&& call) {
    for (;;) {
        int result = blocking(vm, call);
        if (result >= 0)
            return int64_t(result);
        if (errno != EINTR)
            return vm.os_error(errno);
        TRY(vm.handle_safepoint());
    }
}

static Result<std::string> octets_of(VM& vm, Value argument, const char* function) {
    std::string octets;
    if (Str* text = as<Str>(argument)) {
        octets = text->view();
    } else {
        Buffer buffer = TRY(Buffer::of(vm, argument));
        octets = buffer.view.octets();
    }
    if (octets.size() > MOST_OCTETS)
        return vm.value_error("{} string arg too long", function);
    return octets;
}

static Result<Value> control(VM& vm, Value file, int64_t command, Value argument) {
    int fd = TRY(descriptor(vm, file));
    if (is_int(argument) || argument.is_bool()) {
        int64_t number = TRY(index_int64(vm, argument));
        return make_int(vm, TRY(repeated(vm, [&] { return ::fcntl(fd, int(command), number); })));
    }
    std::string octets = TRY(octets_of(vm, argument, "fcntl"));
    size_t size = octets.size();
    octets.resize(MOST_OCTETS);
    TRY(repeated(vm, [&] { return ::fcntl(fd, int(command), octets.data()); }));
    return Value(TRY(make_bytes(vm, std::string_view(octets.data(), size))));
}

static Result<Value> control_in_place(VM& vm, int fd, unsigned long request, Value argument) {
    Buffer buffer = TRY(Buffer::writable(vm, argument, "ioctl()"));
    std::string octets(buffer.view.octets());
    size_t size = octets.size();
    octets.resize(std::max(size, MOST_OCTETS));
    int64_t result = TRY(repeated(vm, [&] { return ::ioctl(fd, request, octets.data()); }));
    std::copy_n(octets.data(), size, buffer.view.data);
    return make_int(vm, result);
}

static bool is_writable(VM& vm, Value argument) {
    auto buffer = Buffer::of(vm, argument);
    return !buffer.is_error() && !buffer.release().view.readonly;
}

static Result<Value> control_device(VM& vm, Value file, int64_t given, Value argument, bool mutate) {
    int fd = TRY(descriptor(vm, file));
    auto request = static_cast<unsigned long>(given);
    if (is_int(argument) || argument.is_bool()) {
        int64_t number = TRY(index_int64(vm, argument));
        return make_int(vm, TRY(repeated(vm, [&] { return ::ioctl(fd, request, number); })));
    }
    if (mutate && is_bytes_like(vm, argument) && is_writable(vm, argument))
        return control_in_place(vm, fd, request, argument);
    std::string octets = TRY(octets_of(vm, argument, "ioctl"));
    size_t size = octets.size();
    octets.resize(MOST_OCTETS);
    TRY(repeated(vm, [&] { return ::ioctl(fd, request, octets.data()); }));
    return Value(TRY(make_bytes(vm, std::string_view(octets.data(), size))));
}

static Result<void> lock_whole(VM& vm, Value file, int64_t operation) {
    int fd = TRY(descriptor(vm, file));
    TRY(repeated(vm, [&] { return ::flock(fd, int(operation)); }));
    return {};
}

static Result<void> lock_part(VM& vm, Value file, int64_t command, int64_t length, int64_t start, int64_t whence) {
    int fd = TRY(descriptor(vm, file));
    struct flock lock{};
    if (command & LOCK_UN)
        lock.l_type = F_UNLCK;
    else if (command & LOCK_SH)
        lock.l_type = F_RDLCK;
    else if (command & LOCK_EX)
        lock.l_type = F_WRLCK;
    else
        return vm.value_error("unrecognized lockf argument");
    lock.l_start = start;
    lock.l_len = length;
    lock.l_whence = short(whence);
    TRY(repeated(vm, [&] { return ::fcntl(fd, command & LOCK_NB ? F_SETLK : F_SETLKW, &lock); }));
    return {};
}

#define NUMBER(name) constant(#name, int64_t(name))

static constexpr NativeDef MEMBERS[] = {
    fn<control>("fcntl(fd, cmd, arg=0, /)", "Ask or change something of a descriptor."),
    fn<control_device>("ioctl(fd, request, arg=0, mutate_flag=True, /)", "Ask or change something of a device."),
    fn<lock_whole>("flock(fd, operation, /)", "Lock or unlock a file."),
    fn<lock_part>("lockf(fd, cmd, len=0, start=0, whence=0, /)", "Lock or unlock a part of a file."),
    NUMBER(LOCK_SH), NUMBER(LOCK_EX), NUMBER(LOCK_NB), NUMBER(LOCK_UN), NUMBER(LOCK_MAND), NUMBER(LOCK_READ),
    NUMBER(LOCK_WRITE), NUMBER(LOCK_RW), NUMBER(F_DUPFD), NUMBER(F_DUPFD_CLOEXEC), NUMBER(F_GETFD), NUMBER(F_SETFD),
    NUMBER(F_GETFL), NUMBER(F_SETFL), NUMBER(F_GETLK), NUMBER(F_SETLK), NUMBER(F_SETLKW), NUMBER(F_OFD_GETLK),
    NUMBER(F_OFD_SETLK), NUMBER(F_OFD_SETLKW), NUMBER(F_GETOWN), NUMBER(F_SETOWN), NUMBER(F_GETSIG), NUMBER(F_SETSIG),
    NUMBER(F_RDLCK), NUMBER(F_WRLCK), NUMBER(F_UNLCK), NUMBER(F_EXLCK), NUMBER(F_SHLCK), NUMBER(F_SETLEASE),
    NUMBER(F_GETLEASE), NUMBER(F_NOTIFY), NUMBER(F_SETPIPE_SZ), NUMBER(F_GETPIPE_SZ), NUMBER(F_ADD_SEALS),
    NUMBER(F_GET_SEALS), NUMBER(F_SEAL_SEAL), NUMBER(F_SEAL_SHRINK), NUMBER(F_SEAL_GROW), NUMBER(F_SEAL_WRITE),
    constant("F_GETLK64", int64_t(F_GETLK)), constant("F_SETLK64", int64_t(F_SETLK)),
    constant("F_SETLKW64", int64_t(F_SETLKW)), NUMBER(FD_CLOEXEC), NUMBER(FASYNC), NUMBER(DN_ACCESS),
    NUMBER(DN_MODIFY), NUMBER(DN_CREATE), NUMBER(DN_DELETE), NUMBER(DN_RENAME), NUMBER(DN_ATTRIB),
    NUMBER(DN_MULTISHOT),
};
#undef NUMBER

extern const NativeModule fcntl_module;
constinit const NativeModule fcntl_module = {"fcntl", "Control of descriptors.", MEMBERS, std::size(MEMBERS)};

} // namespace ouro::stdlib
