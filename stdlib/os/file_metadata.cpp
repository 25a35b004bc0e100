// SPDX-License-Identifier: MIT
//
// _posix_metadata: what os asks and changes of files besides their content. A file is given by a path, relative to the
// folder of a descriptor if need be, or by a descriptor. Library Reference, os, "Files and Directories".
#include "stdlib/os/descriptors.hpp"

#include "vm/blocking.hpp"
#include "vm/grants.hpp"
#include "vm/model/buffer.hpp"

#include <cerrno>
#include <cstring>
#include <fcntl.h>
#include <sys/stat.h>
#include <sys/statvfs.h>
#include <sys/sysmacros.h>
#include <sys/xattr.h>
#include <unistd.h>

namespace ouro::stdlib {

using namespace vm;

// The folder that a relative path begins in; None: the current one. With grants there is only that.
static Result<int> folder_argument(VM& vm, Value folder) {
    if (folder.is_none())
        return AT_FDCWD;
    int64_t fd = TRY(index_int64(vm, folder));
    TRY(check_descriptor(vm, fd));
    if (vm.grants)
        return refuse_access(vm, "dir_fd");
    return int(fd);
}

template <class F>
static Result<void> path_call(VM& vm, std::string_view path, Access access, F&& call) {
    std::string name = TRY(path_argument(vm, path, access));
    if (blocking(vm, [&] { return call(name.c_str()); }) != 0)
        return vm.os_error(errno, path);
    return {};
}

static Result<void> descriptor_done(VM& vm, int result) {
    return result != 0 ? Result<void>(vm.os_error(errno)) : Result<void>();
}

static int link_flag(bool follow) { return follow ? 0 : AT_SYMLINK_NOFOLLOW; }

static Result<void> change_owner(VM& vm, std::string_view path, int64_t user, int64_t group, Value folder,
                                 bool follow) {
    int at = TRY(folder_argument(vm, folder));
    return path_call(vm, path, follow ? Access::Write : Access::WriteName, [&](const char* name) {
        return ::fchownat(at, name, uid_t(user), gid_t(group), link_flag(follow));
    });
}
static Result<void> change_owner_of(VM& vm, int64_t fd, int64_t user, int64_t group) {
    TRY(check_descriptor(vm, fd));
    return descriptor_done(vm, blocking(vm, [&] { return ::fchown(int(fd), uid_t(user), gid_t(group)); }));
}
static Result<void> change_mode_of(VM& vm, int64_t fd, int64_t mode) {
    TRY(check_descriptor(vm, fd));
    return descriptor_done(vm, blocking(vm, [&] { return ::fchmod(int(fd), mode_t(mode)); }));
}
static Result<void> change_folder_to(VM& vm, int64_t fd) {
    if (vm.grants)
        return refuse_access(vm, "the current folder, which is its process's");
    return descriptor_done(vm, ::fchdir(int(fd)));
}
static Result<void> change_root(VM& vm, std::string_view path) {
    if (vm.grants)
        return refuse_access(vm, "the root folder, which is its process's");
    return path_call(vm, path, Access::Read, [](const char* name) { return ::chroot(name); });
}

static Result<void> make_fifo(VM& vm, std::string_view path, int64_t mode, Value folder) {
    int at = TRY(folder_argument(vm, folder));
    std::string name = TRY(path_argument(vm, path, Access::WriteName));
    return descriptor_done(vm, blocking(vm, [&] { return ::mkfifoat(at, name.c_str(), mode_t(mode)); }));
}
static Result<void> make_node(VM& vm, std::string_view path, int64_t mode, int64_t device, Value folder) {
    int at = TRY(folder_argument(vm, folder));
    std::string name = TRY(path_argument(vm, path, Access::WriteName));
    return descriptor_done(vm, blocking(vm, [&] {
        return ::mknodat(at, name.c_str(), mode_t(mode), dev_t(device));
    }));
}

// --- File systems ---------------------------------------------------------------------------------------------------

static Value statvfs_value(VM& vm, const struct statvfs& found) {
    auto number = [&](auto value) { return make_int(vm, int64_t(value)); };
    return make_tuple(vm, {number(found.f_bsize), number(found.f_frsize), number(found.f_blocks),
                           number(found.f_bfree), number(found.f_bavail), number(found.f_files),
                           number(found.f_ffree), number(found.f_favail), number(found.f_flag),
                           number(found.f_namemax), number(found.f_fsid)});
}
static Result<Value> statvfs_path(VM& vm, std::string_view path) {
    struct statvfs found{};
    TRY(path_call(vm, path, Access::Read, [&](const char* name) { return ::statvfs(name, &found); }));
    return statvfs_value(vm, found);
}
static Result<Value> statvfs_descriptor(VM& vm, int64_t fd) {
    TRY(check_descriptor(vm, fd));
    struct statvfs found{};
    TRY(descriptor_done(vm, blocking(vm, [&] { return ::fstatvfs(int(fd), &found); })));
    return statvfs_value(vm, found);
}

static Result<Value> limit_value(VM& vm, long limit, std::string_view path) {
    if (limit < 0 && errno)
        return vm.os_error(errno, path);
    return make_int(vm, limit);
}
static Result<Value> path_limit(VM& vm, std::string_view path, int64_t name) {
    std::string file = TRY(path_argument(vm, path, Access::Read));
    errno = 0;
    return limit_value(vm, ::pathconf(file.c_str(), int(name)), path);
}
static Result<Value> descriptor_limit(VM& vm, int64_t fd, int64_t name) {
    TRY(check_descriptor(vm, fd));
    errno = 0;
    return limit_value(vm, ::fpathconf(int(fd), int(name)), {});
}

// --- Extended attributes --------------------------------------------------------------------------------------------

// What a call gives that is asked for the size first; what it names may grow in between.
template <class F>
static Result<std::string> grown(VM& vm, std::string_view path, F&& call) {
    for (;;) {
        ssize_t size = call(nullptr, 0);
        if (size < 0)
            return vm.os_error(errno, path);
        std::string text(size_t(size), '\0');
        size = call(text.data(), text.size());
        if (size >= 0) {
            text.resize(size_t(size));
            return text;
        }
        if (errno != ERANGE)
            return vm.os_error(errno, path);
    }
}

static Result<Value> get_attribute_of(VM& vm, std::string_view path, std::string_view attribute, bool follow) {
    std::string file = TRY(path_argument(vm, path, follow ? Access::Read : Access::ReadName)), name(attribute);
    std::string value = TRY(grown(vm, path, [&](char* to, size_t size) {
        return (follow ? ::getxattr : ::lgetxattr)(file.c_str(), name.c_str(), to, size);
    }));
    return Value(TRY(make_bytes(vm, value)));
}
static Result<void> set_attribute_of(VM& vm, std::string_view path, std::string_view attribute, Value value,
                                     int64_t flags, bool follow) {
    Buffer buffer = TRY(Buffer::of(vm, value));
    std::string name(attribute), octets(buffer.view.octets());
    return path_call(vm, path, follow ? Access::Write : Access::WriteName, [&](const char* file) {
        return (follow ? ::setxattr : ::lsetxattr)(file, name.c_str(), octets.data(), octets.size(), int(flags));
    });
}
static Result<void> remove_attribute_of(VM& vm, std::string_view path, std::string_view attribute, bool follow) {
    std::string name(attribute);
    return path_call(vm, path, follow ? Access::Write : Access::WriteName, [&](const char* file) {
        return (follow ? ::removexattr : ::lremovexattr)(file, name.c_str());
    });
}
static Result<Value> list_attributes_of(VM& vm, std::string_view path, bool follow) {
    std::string file = TRY(path_argument(vm, path, follow ? Access::Read : Access::ReadName));
    std::string names = TRY(grown(vm, path, [&](char* to, size_t size) {
        return (follow ? ::listxattr : ::llistxattr)(file.c_str(), to, size);
    }));
    List* list = make_list(vm);
    for (size_t at = 0; at < names.size(); at += std::strlen(names.c_str() + at) + 1)
        TRY(list_append(vm, *list, TRY(make_str(vm, names.c_str() + at))));
    return list;
}

// --- Devices --------------------------------------------------------------------------------------------------------

static int64_t major_number(int64_t device) { return int64_t(gnu_dev_major(dev_t(device))); }
static int64_t minor_number(int64_t device) { return int64_t(gnu_dev_minor(dev_t(device))); }
static int64_t make_device(int64_t major, int64_t minor) {
    return int64_t(gnu_dev_makedev(unsigned(major), unsigned(minor)));
}
static void sync_everything(VM& vm) {
    blocking(vm, [] {
        ::sync();
        return 0;
    });
}

#define NUMBER(name) constant(#name, int64_t(name))

static constexpr NativeDef MEMBERS[] = {
    fn<change_owner>("chown(path, uid, gid, dir_fd, follow, /)"),
    fn<change_owner_of>("fchown(fd, uid, gid)", "Change the owner and group of an open file; -1: not."),
    fn<change_mode_of>("fchmod(fd, mode)", "Change the mode of an open file."),
    fn<change_folder_to>("fchdir(fd)", "Make an open folder the current one."),
    fn<change_root>("chroot(path, /)"),
    fn<make_fifo>("mkfifo(path, mode, dir_fd, /)"),
    fn<make_node>("mknod(path, mode, device, dir_fd, /)"),
    fn<statvfs_path>("statvfs(path, /)"),
    fn<statvfs_descriptor>("fstatvfs(fd, /)"),
    fn<path_limit>("pathconf(path, name, /)"),
    fn<descriptor_limit>("fpathconf(fd, name, /)"),
    fn<get_attribute_of>("getxattr(path, attribute, follow, /)"),
    fn<set_attribute_of>("setxattr(path, attribute, value, flags, follow, /)"),
    fn<remove_attribute_of>("removexattr(path, attribute, follow, /)"),
    fn<list_attributes_of>("listxattr(path, follow, /)"),
    fn<major_number>("major(device, /)"), fn<minor_number>("minor(device, /)"),
    fn<make_device>("makedev(major, minor, /)"), fn<sync_everything>("sync()"),
    NUMBER(ST_RDONLY), NUMBER(ST_NOSUID), NUMBER(ST_NODEV), NUMBER(ST_NOEXEC), NUMBER(ST_SYNCHRONOUS),
    NUMBER(ST_MANDLOCK), NUMBER(ST_WRITE), NUMBER(ST_APPEND), NUMBER(ST_NOATIME), NUMBER(ST_NODIRATIME),
    NUMBER(ST_RELATIME), NUMBER(XATTR_CREATE), NUMBER(XATTR_REPLACE), constant("XATTR_SIZE_MAX", int64_t(65536)),
};
#undef NUMBER

extern const NativeModule posix_metadata_module;
constinit const NativeModule posix_metadata_module = {"_posix_metadata", "System calls on files' metadata.", MEMBERS,
                                                      std::size(MEMBERS)};

} // namespace ouro::stdlib
