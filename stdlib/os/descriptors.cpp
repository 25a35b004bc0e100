// SPDX-License-Identifier: MIT
//
// System calls on files, as scripts may make them.
#include "stdlib/os/descriptors.hpp"

#include "vm/async/loop_descriptors.hpp"
#include "vm/blocking.hpp"
#include "vm/grants.hpp"
#include "vm/model/special_calls.hpp"

#include <algorithm>
#include <cerrno>
#include <cstring>
#include <fcntl.h>
#include <memory>
#include <new>
#include <sys/stat.h>
#include <unistd.h>

namespace ouro::stdlib {

using namespace vm;

Raised refuse_access(VM& vm, const char* what) {
    return vm.raise(ExceptionId::PermissionError, fmt::format("this runtime was not granted {}", what));
}

Result<void> check_descriptor(VM& vm, int64_t fd) {
    if (is_loop_descriptor(int(fd))) // nobody's: for scripts it does not exist
        return vm.os_error(EBADF);
    if (vm.grants && !vm.grants->descriptors.contains(int(fd)))
        return refuse_access(vm, "access to this file descriptor");
    return {};
}

Result<std::string> path_argument(VM& vm, std::string_view path, Access access) {
    if (path.find('\0') != std::string_view::npos)
        return vm.value_error("embedded null byte");
    std::string name(path);
    if (vm.grants) {
        bool writing = access == Access::Write || access == Access::WriteName;
        bool follow = access == Access::Read || access == Access::Write;
        if (!vm.grants->allows_path(name, writing, follow))
            return vm.os_error(EACCES, path);
    }
    return name;
}

Result<Value> path_of(VM& vm, Value path) {
    if (as<Str>(path) || as<Bytes>(path))
        return path;
    Type* type = vm.type_of(path);
    Value method = type->lookup(vm, intern(vm, "__fspath__"));
    Value text = method && !method.is_none() ? TRY(call_if_bound(vm, method, {path})) : Value();
    if (!text)
        return vm.type_error("expected str, bytes or os.PathLike object, not {}", type->name->view());
    if (as<Str>(text) || as<Bytes>(text))
        return text;
    return vm.type_error("expected {}.__fspath__() to return str or bytes, not {}", type->name->view(),
                         vm.type_name(text));
}

Result<int64_t> open_descriptor(VM& vm, std::string_view path, int64_t flags, int64_t mode) {
    bool reading = (flags & O_ACCMODE) == O_RDONLY && !(flags & (O_CREAT | O_TRUNC));
    std::string name = TRY(path_argument(vm, path, reading ? Access::Read : Access::Write));
    int fd = blocking(vm, [&] { return ::open(name.c_str(), int(flags) | O_CLOEXEC, mode_t(mode)); });
    if (fd < 0)
        return vm.os_error(errno, path);
    if (vm.grants)
        vm.grants->descriptors.insert(fd);
    return fd;
}

Result<void> close_descriptor(VM& vm, int64_t fd) {
    TRY(check_descriptor(vm, fd));
    if (vm.grants)
        vm.grants->descriptors.erase(int(fd));
    if (blocking(vm, [&] { return ::close(int(fd)); }) < 0)
        return vm.os_error(errno);
    return {};
}

Result<void> status_of_descriptor(VM& vm, int64_t fd, struct stat& status) {
    if (blocking(vm, [&] { return ::fstat(int(fd), &status); }) < 0)
        return vm.os_error(errno);
    return {};
}

Result<int64_t> seek_descriptor(VM& vm, int64_t fd, int64_t position, int64_t whence) {
    off_t at = ::lseek(int(fd), position, int(whence));
    if (at < 0)
        return vm.os_error(errno);
    return int64_t(at);
}

Result<void> truncate_descriptor(VM& vm, int64_t fd, int64_t size) {
    if (blocking(vm, [&] { return ::ftruncate(int(fd), size); }) < 0)
        return vm.os_error(errno);
    return {};
}

// What a system call that failed means: it is to be made again (true), or would have to wait (false), or OSError.
static Result<bool> is_to_be_repeated(VM& vm) {
    if (errno == EAGAIN || errno == EWOULDBLOCK)
        return false;
    if (errno != EINTR)
        return vm.os_error(errno);
    TRY(vm.handle_safepoint());
    return true;
}

// With other threads about, the system does not read into the heap, which may end before the call does (vm/thread.hpp).
Result<int64_t> read_descriptor(VM& vm, int64_t fd, char* octets, size_t size) {
    static constexpr size_t MOST_AT_ONCE = 1 << 20;
    std::unique_ptr<char[]> own;
    if (vm.threads.size() > 1) {
        size = std::min(size, MOST_AT_ONCE);
        own.reset(new (std::nothrow) char[size]);
        if (!own)
            return vm.memory_error();
    }
    char* target = own ? own.get() : octets;
    ssize_t count;
    while ((count = blocking(vm, [&] { return ::read(int(fd), target, size); })) < 0) {
        if (!TRY(is_to_be_repeated(vm)))
            return BLOCKED;
    }
    if (own)
        memcpy(octets, own.get(), size_t(count));
    return int64_t(count);
}

Result<int64_t> write_descriptor(VM& vm, int64_t fd, std::string_view octets) {
    ssize_t count;
    while ((count = TRY(blocking_write(vm, int(fd), octets))) < 0) {
        if (!TRY(is_to_be_repeated(vm)))
            return BLOCKED;
    }
    return int64_t(count);
}

} // namespace ouro::stdlib
