// SPDX-License-Identifier: MIT
//
// The module resource (Library Reference, resource): what the process has used, and what it may use.
#include "stdlib/os/process_arguments.hpp"
#include "stdlib/sys/struct_sequence.hpp"

#include "vm/values/float.hpp"

#include <cerrno>
#include <sys/resource.h>
#include <unistd.h>

namespace ouro::stdlib {

using namespace vm;

static Result<Value> usage_new(VM& vm, Type*, Value sequence);

static constexpr NativeDef USAGE_MEMBERS[] = {
    fn<usage_new>("__new__(cls, sequence, /)"),
    sequence_field<0>("ru_utime", "user time used"),
    sequence_field<1>("ru_stime", "system time used"),
    sequence_field<2>("ru_maxrss", "max. resident set size"),
    sequence_field<3>("ru_ixrss", "shared memory size"),
    sequence_field<4>("ru_idrss", "unshared data size"),
    sequence_field<5>("ru_isrss", "unshared stack size"),
    sequence_field<6>("ru_minflt", "page faults not requiring I/O"),
    sequence_field<7>("ru_majflt", "page faults requiring I/O"),
    sequence_field<8>("ru_nswap", "number of swap outs"),
    sequence_field<9>("ru_inblock", "block input operations"),
    sequence_field<10>("ru_oublock", "block output operations"),
    sequence_field<11>("ru_msgsnd", "IPC messages sent"),
    sequence_field<12>("ru_msgrcv", "IPC messages received"),
    sequence_field<13>("ru_nsignals", "signals received"),
    sequence_field<14>("ru_nvcsw", "voluntary context switches"),
    sequence_field<15>("ru_nivcsw", "involuntary context switches"),
    SEQUENCE_REPR,
};
static constexpr NativeType USAGE_TYPE =
    sequence_type("resource.struct_rusage", USAGE_MEMBERS, std::size(USAGE_MEMBERS));

static Result<Value> usage_new(VM& vm, Type*, Value sequence) {
    Tuple* items = TRY(tuple_from(vm, sequence));
    if (items->size() != 16)
        return vm.type_error("resource.struct_rusage() takes a 16-sequence ({}-sequence given)", items->size());
    Tuple& a = *items;
    return make_struct_sequence(vm, USAGE_TYPE, {a[0], a[1], a[2], a[3], a[4], a[5], a[6], a[7], a[8], a[9], a[10],
                                                 a[11], a[12], a[13], a[14], a[15]});
}

static Value seconds(const timeval& time) { return Value::number(double(time.tv_sec) + double(time.tv_usec) * 1e-6); }

static Result<Value> get_usage(VM& vm, int64_t who) {
    rusage usage{};
    if (::getrusage(__rusage_who_t(who), &usage) != 0)
        return errno == EINVAL ? vm.value_error("invalid who parameter") : vm.os_error(errno);
    auto number = [&](long value) { return make_int(vm, value); };
    return make_struct_sequence(
        vm, USAGE_TYPE,
        {seconds(usage.ru_utime), seconds(usage.ru_stime), number(usage.ru_maxrss), number(usage.ru_ixrss),
         number(usage.ru_idrss), number(usage.ru_isrss), number(usage.ru_minflt), number(usage.ru_majflt),
         number(usage.ru_nswap), number(usage.ru_inblock), number(usage.ru_oublock), number(usage.ru_msgsnd),
         number(usage.ru_msgrcv), number(usage.ru_nsignals), number(usage.ru_nvcsw), number(usage.ru_nivcsw)});
}

static Result<void> check_resource(VM& vm, int64_t which) {
    return which < 0 || which >= RLIM_NLIMITS ? Result<void>(vm.value_error("invalid resource specified"))
                                              : Result<void>();
}

// RLIM_INFINITY is -1 for scripts.
static Value limits_value(VM& vm, const rlimit& limits) {
    return make_tuple(vm, {make_int(vm, int64_t(limits.rlim_cur)), make_int(vm, int64_t(limits.rlim_max))});
}

static Result<rlim_t> limit_from(VM& vm, Value value) {
    std::optional<int64_t> limit = to_int64(TRY(index(vm, value)));
    if (!limit)
        return vm.overflow_error("Python int too large to convert to C long");
    return rlim_t(*limit);
}

static Result<rlimit> limits_from(VM& vm, Value value) {
    Tuple* pair = TRY(tuple_from(vm, value));
    if (pair->size() != 2)
        return vm.value_error("expected a tuple of 2 integers");
    return rlimit{TRY(limit_from(vm, (*pair)[0])), TRY(limit_from(vm, (*pair)[1]))};
}

static Raised limit_error(VM& vm) {
    if (errno == EINVAL)
        return vm.value_error("current limit exceeds maximum limit");
    if (errno == EPERM)
        return vm.value_error("not allowed to raise maximum limit");
    return vm.os_error(errno);
}

static Result<Value> get_limit(VM& vm, int64_t which) {
    TRY(check_resource(vm, which));
    rlimit limits{};
    if (::getrlimit(__rlimit_resource_t(which), &limits) != 0)
        return vm.os_error(errno);
    return limits_value(vm, limits);
}

static Result<void> set_limit(VM& vm, int64_t which, Value value) {
    TRY(check_processes(vm));
    TRY(check_resource(vm, which));
    rlimit limits = TRY(limits_from(vm, value));
    if (::setrlimit(__rlimit_resource_t(which), &limits) != 0)
        return limit_error(vm);
    return {};
}

static Result<Value> process_limit(VM& vm, int64_t pid, int64_t which, Value value) {
    TRY(check_processes(vm));
    TRY(check_resource(vm, which));
    rlimit limits{}, former{};
    if (!value.is_none())
        limits = TRY(limits_from(vm, value));
    if (::prlimit(pid_t(pid), __rlimit_resource(which), value.is_none() ? nullptr : &limits, &former) != 0)
        return limit_error(vm);
    return limits_value(vm, former);
}

static int64_t page_size() { return ::sysconf(_SC_PAGESIZE); }

#define NUMBER(name) constant(#name, int64_t(name))

static constexpr NativeDef MEMBERS[] = {
    type_constant("struct_rusage", USAGE_TYPE),
    fn<get_usage>("getrusage(who, /)", "What the process, its children or the thread has used."),
    fn<get_limit>("getrlimit(resource, /)", "The limit of a resource: (now, the most)."),
    fn<set_limit>("setrlimit(resource, limits, /)", "Set the limit of a resource."),
    fn<process_limit>("prlimit(pid, resource, limits=None, /)", "The limit of a process; set it if one is given."),
    fn<page_size>("getpagesize()", "The size of a page of memory."),
    NUMBER(RLIMIT_CPU), NUMBER(RLIMIT_FSIZE), NUMBER(RLIMIT_DATA), NUMBER(RLIMIT_STACK), NUMBER(RLIMIT_CORE),
    NUMBER(RLIMIT_NOFILE), NUMBER(RLIMIT_AS), NUMBER(RLIMIT_RSS), NUMBER(RLIMIT_NPROC), NUMBER(RLIMIT_MEMLOCK),
    NUMBER(RLIMIT_MSGQUEUE), NUMBER(RLIMIT_NICE), NUMBER(RLIMIT_RTPRIO), NUMBER(RLIMIT_RTTIME),
    NUMBER(RLIMIT_SIGPENDING), NUMBER(RLIMIT_OFILE), constant("RLIM_INFINITY", int64_t(-1)), NUMBER(RUSAGE_SELF),
    NUMBER(RUSAGE_CHILDREN), NUMBER(RUSAGE_THREAD),
};
#undef NUMBER

static Result<void> initialize(VM& vm, Module& module) {
    module_set(vm, module, "error", vm.exception_type(ExceptionId::OSError));
    return {};
}

extern const NativeModule resource_module;
constinit const NativeModule resource_module = {"resource", "What a process has used and may use.", MEMBERS,
                                                std::size(MEMBERS), initialize};

} // namespace ouro::stdlib
