// SPDX-License-Identifier: MIT
//
// Module errno: the system's error numbers (Library Reference, errno).
#include "vm/model/core.hpp"

#include <cerrno>

namespace ouro::stdlib {

using namespace vm;

#define OURO_ERROR_NUMBERS(X)                                                                                          \
    X(EPERM) X(ENOENT) X(ESRCH) X(EINTR) X(EIO) X(ENXIO) X(E2BIG) X(ENOEXEC) X(EBADF) X(ECHILD) X(EAGAIN) X(ENOMEM)    \
    X(EACCES) X(EFAULT) X(ENOTBLK) X(EBUSY) X(EEXIST) X(EXDEV) X(ENODEV) X(ENOTDIR) X(EISDIR) X(EINVAL) X(ENFILE)      \
    X(EMFILE) X(ENOTTY) X(ETXTBSY) X(EFBIG) X(ENOSPC) X(ESPIPE) X(EROFS) X(EMLINK) X(EPIPE) X(EDOM) X(ERANGE)          \
    X(EDEADLK) X(ENAMETOOLONG) X(ENOLCK) X(ENOSYS) X(ENOTEMPTY) X(ELOOP) X(EWOULDBLOCK) X(EPROTO) X(EOVERFLOW)         \
    X(EILSEQ) X(ENOTSOCK) X(EDESTADDRREQ) X(EMSGSIZE) X(EPROTOTYPE) X(ENOPROTOOPT) X(EPROTONOSUPPORT) X(EOPNOTSUPP)    \
    X(EAFNOSUPPORT) X(EADDRINUSE) X(EADDRNOTAVAIL) X(ENETDOWN) X(ENETUNREACH) X(ENETRESET) X(ECONNABORTED)             \
    X(ECONNRESET) X(ENOBUFS) X(EISCONN) X(ENOTCONN) X(ESHUTDOWN) X(ETIMEDOUT) X(ECONNREFUSED) X(EHOSTDOWN)             \
    X(EHOSTUNREACH) X(EALREADY) X(EINPROGRESS) X(ESTALE) X(EDQUOT) X(ECANCELED) X(ENOTSUP)

static constexpr NativeDef MEMBERS[] = {
#define X(name) constant(#name, int64_t(name)),
    OURO_ERROR_NUMBERS(X)
#undef X
};

// errno.errorcode: the names by number; of two names for one number the first.
static Result<void> initialize(VM& vm, Module& module) {
    Dict* names = make_dict(vm);
    for (const NativeDef& def : MEMBERS) {
        Value number = make_int(vm, def.integer);
        if (!TRY(dict_get(vm, *names, number)))
            TRY(dict_set(vm, *names, number, Value(intern(vm, def.name()))));
    }
    module_set(vm, module, "errorcode", names);
    return {};
}

extern const NativeModule errno_module;
constinit const NativeModule errno_module = {"errno", "Error numbers.", MEMBERS, std::size(MEMBERS), initialize};

} // namespace ouro::stdlib
