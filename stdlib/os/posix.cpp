// SPDX-License-Identifier: MIT
//
// _posix: the system calls below os, io.open and signal-free parts of the library: files by descriptor, folders, the
// environment. Python code makes the friendly functions of them (os.py).
//
// Calls that may wait for a disk or for somebody else give up the VM (vm/blocking.hpp).
//
// In a VM with Grants every function that looks at or changes the world asks them first and raises PermissionError.
#include "stdlib/os/descriptors.hpp"

#include "stdlib/sys/sys.hpp"
#include "vm/blocking.hpp"
#include "vm/grants.hpp"
#include "vm/model/buffer.hpp"
#include "vm/model/core.hpp"
#include "vm/model/special_calls.hpp"

#include <algorithm>
#include <cerrno>
#include <cstdlib>
#include <cstring>
#include <dirent.h>
#include <fcntl.h>
#include <sys/ioctl.h>
#include <sys/random.h>
#include <sys/stat.h>
#include <sys/types.h>
#include <unistd.h>

extern char** environ;

namespace ouro::stdlib {

using namespace vm;

// What no runtime of a host is granted.
static Result<void> check_unlimited(VM& vm, const char* what) {
    return vm.grants ? Result<void>(refuse_access(vm, what)) : Result<void>();
}

static Result<void> checked(VM& vm, int result, std::string_view path = {}) {
    return result < 0 ? Result<void>(vm.os_error(errno, path)) : Result<void>();
}

// --- Descriptors -------------------------------------------------------------------------------------------------

static Result<Bytes*> read_file(VM& vm, int64_t fd, int64_t size) {
    TRY(check_descriptor(vm, fd));
    if (size < 0)
        return vm.os_error(EINVAL);
    TRY(vm.heap.reserve(size_t(size)));
    std::string buffer(size_t(size), '\0');
    int64_t count = TRY(read_descriptor(vm, fd, buffer.data(), buffer.size()));
    if (count == BLOCKED)
        return vm.os_error(EAGAIN);
    return make_bytes(vm, std::string_view(buffer.data(), size_t(count)));
}

static Result<int64_t> write_file(VM& vm, int64_t fd, Value data) {
    Buffer buffer = TRY(Buffer::of(vm, data));
    std::string_view octets = buffer.view.octets();
    TRY(check_descriptor(vm, fd));
    int64_t count = TRY(write_descriptor(vm, fd, octets));
    return count == BLOCKED ? Result<int64_t>(vm.os_error(EAGAIN)) : count;
}

static Result<int64_t> seek_file(VM& vm, int64_t fd, int64_t position, int64_t whence) {
    TRY(check_descriptor(vm, fd));
    return seek_descriptor(vm, fd, position, whence);
}
static Result<void> truncate_file(VM& vm, int64_t fd, int64_t size) {
    TRY(check_descriptor(vm, fd));
    return truncate_descriptor(vm, fd, size);
}
static Result<void> sync_file(VM& vm, int64_t fd) {
    TRY(check_descriptor(vm, fd));
    return checked(vm, blocking(vm, [&] { return ::fsync(int(fd)); }));
}
static Result<int64_t> duplicate(VM& vm, int64_t fd) {
    TRY(check_descriptor(vm, fd));
    int made = ::fcntl(int(fd), F_DUPFD_CLOEXEC, 0);
    TRY(checked(vm, made));
    if (vm.grants)
        vm.grants->descriptors.insert(made);
    return made;
}

static Result<int64_t> duplicate_to(VM& vm, int64_t fd, int64_t target, bool inheritable) {
    TRY(check_descriptor(vm, fd));
    TRY(check_descriptor(vm, target));
    TRY(checked(vm, blocking(vm, [&] { return ::dup2(int(fd), int(target)); }))); // which closes what `target` was
    if (!inheritable)
        TRY(checked(vm, ::fcntl(int(target), F_SETFD, FD_CLOEXEC)));
    return target;
}
static bool is_tty(int64_t fd) { return ::isatty(int(fd)); }

static Result<Value> make_pipe(VM& vm) {
    TRY(check_unlimited(vm, "pipes"));
    int ends[2];
    TRY(checked(vm, ::pipe2(ends, O_CLOEXEC)));
    return Value(make_tuple(vm, {make_int(vm, ends[0]), make_int(vm, ends[1])}));
}

static Result<Value> terminal_size(VM& vm, int64_t fd) {
    winsize size{};
    TRY(checked(vm, ::ioctl(int(fd), TIOCGWINSZ, &size)));
    return Value(make_tuple(vm, {make_int(vm, size.ws_col), make_int(vm, size.ws_row)}));
}

// --- Files and folders by name -----------------------------------------------------------------------------------

static Value time_value(VM& vm, const timespec& time) {
    return make_int(vm, int64_t(time.tv_sec) * 1'000'000'000 + time.tv_nsec);
}

// mode, inode, device, links, user, group, size, and three times in nanoseconds.
static Value stat_value(VM& vm, const struct stat& status) {
    return make_tuple(vm, {make_int(vm, int64_t(status.st_mode)), make_int(vm, int64_t(status.st_ino)),
                           make_int(vm, int64_t(status.st_dev)), make_int(vm, int64_t(status.st_nlink)),
                           make_int(vm, int64_t(status.st_uid)), make_int(vm, int64_t(status.st_gid)),
                           make_int(vm, int64_t(status.st_size)), time_value(vm, status.st_atim),
                           time_value(vm, status.st_mtim), time_value(vm, status.st_ctim)});
}

static Result<Value> stat_path(VM& vm, std::string_view path, bool follow) {
    std::string name = TRY(path_argument(vm, path, follow ? Access::Read : Access::ReadName));
    struct stat status;
    auto call = [&] { return follow ? ::stat(name.c_str(), &status) : ::lstat(name.c_str(), &status); };
    TRY(checked(vm, blocking(vm, call), path));
    return stat_value(vm, status);
}

static Result<Value> stat_file(VM& vm, int64_t fd) {
    TRY(check_descriptor(vm, fd));
    struct stat status;
    TRY(status_of_descriptor(vm, fd, status));
    return stat_value(vm, status);
}

static Result<List*> list_folder(VM& vm, std::string_view path) {
    std::string name = TRY(path_argument(vm, path, Access::Read));
    std::vector<std::string> names;
    bool opened = blocking(vm, [&] {
        DIR* folder = ::opendir(name.c_str());
        if (!folder)
            return false;
        while (dirent* entry = ::readdir(folder))
            names.emplace_back(entry->d_name);
        ::closedir(folder);
        return true;
    });
    if (!opened)
        return vm.os_error(errno, path);
    List* list = make_list(vm);
    for (const std::string& found : names) {
        if (found != "." && found != "..")
            TRY(list_append(vm, *list, TRY(make_str(vm, found))));
    }
    return list;
}

template <int (*CALL)(const char*)>
static Result<void> path_call(VM& vm, std::string_view path) { // rmdir, unlink
    std::string name = TRY(path_argument(vm, path, Access::WriteName));
    return checked(vm, blocking(vm, [&] { return CALL(name.c_str()); }), path);
}

template <int (*CALL)(const char*, mode_t)>
static Result<void> mode_call(VM& vm, std::string_view path, int64_t mode) { // mkdir, chmod
    std::string name = TRY(path_argument(vm, path, Access::Write));
    return checked(vm, blocking(vm, [&] { return CALL(name.c_str(), mode_t(mode)); }), path);
}

template <int (*CALL)(const char*, const char*)>
static Result<void> two_path_call(VM& vm, std::string_view from, std::string_view to) { // rename, link
    std::string source = TRY(path_argument(vm, from, Access::WriteName));
    std::string target = TRY(path_argument(vm, to, Access::WriteName));
    if (blocking(vm, [&] { return CALL(source.c_str(), target.c_str()); }) == 0)
        return {};
    Value number = make_int(vm, errno);
    Value error = TRY(call(vm, vm.exception_type(ExceptionId::OSError),
                           {number, TRY(make_str(vm, strerror(errno))), TRY(make_str(vm, from)), Value::none(),
                            TRY(make_str(vm, to))}));
    return Raised{as<Exception>(error)};
}

static Result<void> make_link(VM& vm, std::string_view target, std::string_view path) {
    std::string name = TRY(path_argument(vm, path, Access::WriteName)); // where it leads is looked at when it is used
    if (target.find('\0') != std::string_view::npos)
        return vm.value_error("embedded null byte");
    std::string text(target);
    return checked(vm, blocking(vm, [&] { return ::symlink(text.c_str(), name.c_str()); }), target);
}

static Result<void> change_folder(VM& vm, std::string_view path) {
    TRY(check_unlimited(vm, "the current folder, which is its process's"));
    std::string name = TRY(path_argument(vm, path, Access::Read));
    return checked(vm, ::chdir(name.c_str()), path);
}

static Result<bool> may_access(VM& vm, std::string_view path, int64_t mode) {
    std::string name(path);
    if (path.find('\0') != std::string_view::npos)
        return vm.value_error("embedded null byte");
    if (vm.grants && !vm.grants->allows_path(name, mode & W_OK, true))
        return false;
    return blocking(vm, [&] { return ::access(name.c_str(), int(mode)); }) == 0;
}

static Result<std::string> read_link(VM& vm, std::string_view path) {
    std::string name = TRY(path_argument(vm, path, Access::ReadName));
    char target[4096];
    ssize_t length = blocking(vm, [&] { return ::readlink(name.c_str(), target, sizeof(target)); });
    TRY(checked(vm, int(std::min<ssize_t>(length, 0)), path));
    return std::string(target, size_t(length));
}

static Result<void> set_times(VM& vm, std::string_view path, int64_t accessed, int64_t modified) {
    std::string name = TRY(path_argument(vm, path, Access::Write));
    auto split = [](int64_t ns) { return timespec{time_t(ns / 1'000'000'000), long(ns % 1'000'000'000)}; };
    timespec times[2] = {split(accessed), split(modified)};
    return checked(vm, blocking(vm, [&] { return ::utimensat(AT_FDCWD, name.c_str(), times, 0); }), path);
}

static Result<std::string> current_folder(VM& vm) {
    if (vm.grants && !vm.grants->has_folders())
        return refuse_access(vm, "access to files");
    char folder[4096];
    if (!::getcwd(folder, sizeof(folder)))
        return vm.os_error(errno);
    return std::string(folder);
}

// --- The process -------------------------------------------------------------------------------------------------

static int64_t process_id() { return ::getpid(); }
static int64_t parent_id() { return ::getppid(); }
static int64_t processors() { return ::sysconf(_SC_NPROCESSORS_ONLN); }
static Result<int64_t> set_mask(VM& vm, int64_t mask) {
    TRY(check_unlimited(vm, "the file mode mask, which is its process's"));
    return int64_t(::umask(mode_t(mask)));
}

// Ends the process at once: nothing is written out, and nothing that waits for the end of the program runs.
static Result<void> end_process(VM& vm, int64_t status) {
    TRY(check_unlimited(vm, "the end of its process"));
    ::_exit(int(status));
}

static Result<Dict*> environment(VM& vm) {
    Dict* dict = make_dict(vm);
    if (vm.grants) {
        for (const auto& [name, value] : vm.grants->environment)
            dict_set(vm, *dict, TRY(make_str_lossy(vm, name)), TRY(make_str_lossy(vm, value)));
        return dict;
    }
    for (char** entry = environ; *entry; entry++) {
        std::string_view text = *entry;
        size_t equals = text.find('=', 1);
        if (equals == std::string_view::npos)
            continue;
        Value name = TRY(file_system_text(vm, text.substr(0, equals)));
        if (!TRY(dict_get(vm, *dict, name)))
            TRY(dict_set(vm, *dict, name, TRY(file_system_text(vm, text.substr(equals + 1)))));
    }
    return dict;
}

// Sets a variable of the process, or of the runtime's own environment; removes it without a value.
static Result<void> set_variable(VM& vm, std::string_view name, std::optional<std::string_view> value) {
    std::string variable(name);
    if (vm.grants) {
        vm.grants->environment.erase(variable);
        if (value)
            vm.grants->environment.emplace(variable, *value);
        return {};
    }
    if (!value)
        return checked(vm, ::unsetenv(variable.c_str()));
    return checked(vm, ::setenv(variable.c_str(), std::string(*value).c_str(), 1));
}

static Result<Bytes*> random_bytes(VM& vm, int64_t size) {
    if (size < 0)
        return vm.value_error("negative argument not allowed");
    TRY(vm.heap.reserve(size_t(size)));
    std::string bytes(size_t(size), '\0');
    for (size_t done = 0; done < bytes.size();) {
        ssize_t count = ::getrandom(bytes.data() + done, bytes.size() - done, 0);
        if (count < 0 && errno != EINTR)
            return vm.os_error(errno);
        done += size_t(std::max<ssize_t>(count, 0));
    }
    return make_bytes(vm, bytes);
}

static Result<std::string> error_text(int64_t number) { return std::string(strerror(int(number))); }

static constexpr NativeDef MEMBERS[] = {
    fn<path_of>("fspath(path)", "Return the file system path representation of the object."),
    fn<open_descriptor>("open(path, flags, mode, /)"),
    fn<close_descriptor>("close(fd)"),
    fn<read_file>("read(fd, length, /)"),
    fn<write_file>("write(fd, data, /)"),
    fn<seek_file>("lseek(fd, position, whence, /)"),
    fn<truncate_file>("ftruncate(fd, size, /)"),
    fn<sync_file>("fsync(fd)"),
    fn<duplicate>("dup(fd, /)", "Another descriptor for the same file."),
    fn<duplicate_to>("dup2(fd, fd2, inheritable=True)", "Make fd2 a descriptor for the file of fd."),
    fn<is_tty>("isatty(fd, /)"),
    fn<make_pipe>("pipe()"),
    fn<terminal_size>("terminal_size(fd, /)"),
    fn<stat_path>("stat(path, follow, /)"),
    fn<stat_file>("fstat(fd, /)"),
    fn<list_folder>("listdir(path, /)"),
    fn<mode_call<::mkdir>>("mkdir(path, mode, /)"),
    fn<mode_call<::chmod>>("chmod(path, mode, /)"),
    fn<path_call<::rmdir>>("rmdir(path, /)"),
    fn<path_call<::unlink>>("unlink(path, /)"),
    fn<change_folder>("chdir(path, /)"),
    fn<two_path_call<::rename>>("rename(source, target, /)"),
    fn<two_path_call<::link>>("link(source, target, /)"),
    fn<make_link>("symlink(source, target, /)"),
    fn<may_access>("access(path, mode, /)"),
    fn<read_link>("readlink(path, /)"),
    fn<set_times>("utime(path, accessed, modified, /)"),
    fn<current_folder>("getcwd()"),
    fn<process_id>("getpid()"),
    fn<parent_id>("getppid()"),
    fn<processors>("cpu_count()"),
    fn<set_mask>("umask(mask, /)"),
    fn<end_process>("_exit(status)", "End the process at once, without writing anything out."),
    fn<environment>("environment()"),
    fn<set_variable>("set_variable(name, value, /)"),
    fn<random_bytes>("urandom(size, /)"),
    fn<error_text>("strerror(code, /)"),
    constant("O_RDONLY", int64_t(O_RDONLY)), constant("O_WRONLY", O_WRONLY), constant("O_RDWR", O_RDWR),
    constant("O_CREAT", O_CREAT), constant("O_EXCL", O_EXCL), constant("O_TRUNC", O_TRUNC),
    constant("O_APPEND", O_APPEND), constant("O_CLOEXEC", O_CLOEXEC), constant("O_NONBLOCK", O_NONBLOCK),
    constant("O_SYNC", O_SYNC), constant("O_DIRECTORY", O_DIRECTORY), constant("O_NOFOLLOW", O_NOFOLLOW),
};

extern const NativeModule posix_module;
constinit const NativeModule posix_module = {"_posix", "System calls.", MEMBERS, std::size(MEMBERS)};

} // namespace ouro::stdlib
