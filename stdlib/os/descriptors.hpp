// SPDX-License-Identifier: MIT
//
// Files as the system has them, by name and by descriptor: what _posix and the files of io do to them. What opens and
// closes asks the VM's Grants; before the rest callers do so by check_descriptor. All of it gives up the VM where it
// may wait (vm/blocking.hpp).
#pragma once

#include "vm/model/core.hpp"

#include <string>
#include <string_view>

struct stat;

namespace ouro::stdlib {

// PermissionError "this runtime was not granted ...".
vm::Raised refuse_access(vm::VM& vm, const char* what);

// Scripts of hosts may use the descriptors that they have opened. Those of the event loop are nobody's: for scripts
// they do not exist.
vm::Result<void> check_descriptor(vm::VM& vm, int64_t fd);

// A path argument for the system: granted, and no NUL inside. Operations on names do not follow a link that it names.
enum class Access { Read, Write, ReadName, WriteName };
vm::Result<std::string> path_argument(vm::VM& vm, std::string_view path, Access access);
// What stands for a path: str and bytes themselves, else what __fspath__ gives.
vm::Result<vm::Value> path_of(vm::VM& vm, vm::Value path);

vm::Result<int64_t> open_descriptor(vm::VM& vm, std::string_view path, int64_t flags, int64_t mode);
vm::Result<void> close_descriptor(vm::VM& vm, int64_t fd);
// What the system says of an open file; OSError.
vm::Result<void> status_of_descriptor(vm::VM& vm, int64_t fd, struct stat& status);
vm::Result<int64_t> seek_descriptor(vm::VM& vm, int64_t fd, int64_t position, int64_t whence);
vm::Result<void> truncate_descriptor(vm::VM& vm, int64_t fd, int64_t size);

// One read or write of the system, begun again when a signal has interrupted it. BLOCKED: it would have to wait. The
// octets stay where they are meanwhile; the caller holds the object that they are in.
inline constexpr int64_t BLOCKED = -1;
vm::Result<int64_t> read_descriptor(vm::VM& vm, int64_t fd, char* octets, size_t size);
vm::Result<int64_t> write_descriptor(vm::VM& vm, int64_t fd, std::string_view octets);

} // namespace ouro::stdlib
