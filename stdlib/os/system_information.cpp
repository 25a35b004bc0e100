// SPDX-License-Identifier: MIT
//
// _posix_system: what the system says of itself and of the time it has spent. Library Reference, os, "Miscellaneous
// System Information".
#include "stdlib/os/process_arguments.hpp"

#include "vm/values/float.hpp"

#include <cerrno>
#include <cstdlib>
#include <dlfcn.h>
#include <sys/random.h>
#include <sys/times.h>
#include <sys/utsname.h>
#include <unistd.h>

namespace ouro::stdlib {

using namespace vm;

static Result<Value> system_name(VM& vm) {
    utsname name;
    if (::uname(&name) != 0)
        return vm.os_error(errno);
    return Value(make_tuple(vm, {TRY(make_str(vm, name.sysname)), TRY(make_str(vm, name.nodename)),
                                 TRY(make_str(vm, name.release)), TRY(make_str(vm, name.version)),
                                 TRY(make_str(vm, name.machine))}));
}

static Value process_times(VM& vm) {
    tms spent{};
    clock_t elapsed = ::times(&spent);
    auto ticks = double(::sysconf(_SC_CLK_TCK));
    auto seconds = [&](clock_t time) { return Value::number(double(time) / ticks); };
    return make_tuple(vm, {seconds(spent.tms_utime), seconds(spent.tms_stime), seconds(spent.tms_cutime),
                           seconds(spent.tms_cstime), seconds(elapsed)});
}

static Result<Value> load_averages(VM& vm) {
    double loads[3];
    if (::getloadavg(loads, 3) != 3)
        return vm.raise(ExceptionId::OSError, "Load averages are unobtainable");
    return Value(make_tuple(vm, {Value::number(loads[0]), Value::number(loads[1]), Value::number(loads[2])}));
}

static Result<int64_t> system_limit(VM& vm, int64_t name) {
    errno = 0;
    long value = ::sysconf(int(name));
    if (value == -1 && errno)
        return vm.os_error(errno);
    return int64_t(value);
}

static Result<Value> system_text(VM& vm, int64_t name) {
    errno = 0;
    size_t size = ::confstr(int(name), nullptr, 0);
    if (size == 0)
        return errno ? Result<Value>(vm.os_error(errno)) : Result<Value>(Value::none());
    std::string text(size, '\0');
    ::confstr(int(name), text.data(), text.size());
    text.resize(size - 1);
    return Value(TRY(make_str(vm, text)));
}

static Result<std::string> login_name(VM& vm) {
    TRY(check_processes(vm));
    char name[256];
    if (int error = ::getlogin_r(name, sizeof(name)))
        return vm.os_error(error);
    return std::string(name);
}

static std::string terminal_path() { return ::ctermid(nullptr); }

static Result<Value> random_octets(VM& vm, int64_t size, int64_t flags) {
    if (size < 0)
        return vm.os_error(EINVAL);
    TRY(vm.heap.reserve(size_t(size)));
    std::string octets(size_t(size), '\0');
    ssize_t count;
    while ((count = ::getrandom(octets.data(), octets.size(), unsigned(flags))) < 0) {
        if (errno != EINTR)
            return vm.os_error(errno);
        TRY(vm.handle_safepoint());
    }
    return Value(TRY(make_bytes(vm, std::string_view(octets.data(), size_t(count)))));
}

// --- Names ----------------------------------------------------------------------------------------------------------

namespace {

struct Name {
    const char* name;
    int number;
};
constexpr Name SYSCONF_NAMES[] = {
#define SYSCONF(name) {"SC_" #name, _SC_##name},
#define CONFSTR(name)
#define PATHCONF(name)
#include "stdlib/os/system_names.def"
};
constexpr Name CONFSTR_NAMES[] = {
#define SYSCONF(name)
#define CONFSTR(name) {"CS_" #name, _CS_##name},
#define PATHCONF(name)
#include "stdlib/os/system_names.def"
};
constexpr Name PATHCONF_NAMES[] = {
#define SYSCONF(name)
#define CONFSTR(name)
#define PATHCONF(name) {"PC_" #name, _PC_##name},
#include "stdlib/os/system_names.def"
};

} // namespace

static Dict* name_table(VM& vm, std::span<const Name> names) {
    Dict* table = make_dict(vm);
    for (const Name& name : names)
        dict_set(vm, *table, intern(vm, name.name), Value::small_int(name.number));
    return table;
}

static Result<void> initialize(VM& vm, Module& module) {
    module_set(vm, module, "sysconf_names", name_table(vm, SYSCONF_NAMES));
    module_set(vm, module, "confstr_names", name_table(vm, CONFSTR_NAMES));
    module_set(vm, module, "pathconf_names", name_table(vm, PATHCONF_NAMES));
    return {};
}

#define NUMBER(name) constant(#name, int64_t(name))

static constexpr NativeDef MEMBERS[] = {
    fn<system_name>("uname()"),
    fn<process_times>("times()"),
    fn<load_averages>("getloadavg()", "How many processes ran on average, over 1, 5 and 15 minutes."),
    fn<system_limit>("sysconf(name, /)"),
    fn<system_text>("confstr(name, /)"),
    fn<login_name>("getlogin()", "The user of the controlling terminal."),
    fn<terminal_path>("ctermid()", "The path of the controlling terminal."),
    fn<random_octets>("getrandom(size, flags=0)", "Up to so many random bytes."),
    NUMBER(GRND_NONBLOCK), NUMBER(GRND_RANDOM), NUMBER(RTLD_LAZY), NUMBER(RTLD_NOW), NUMBER(RTLD_GLOBAL),
    NUMBER(RTLD_LOCAL), NUMBER(RTLD_NODELETE), NUMBER(RTLD_NOLOAD), NUMBER(RTLD_DEEPBIND),
};
#undef NUMBER

extern const NativeModule posix_system_module;
constinit const NativeModule posix_system_module = {"_posix_system", "What the system says of itself.", MEMBERS,
                                                    std::size(MEMBERS), initialize};

} // namespace ouro::stdlib
