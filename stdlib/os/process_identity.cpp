// SPDX-License-Identifier: MIT
//
// _posix_identity: users, groups, sessions and priorities of processes. Library Reference, os, "Process Parameters" and
// "Interface to the scheduler".
#include "stdlib/os/process_arguments.hpp"

#include <cerrno>
#include <grp.h>
#include <sched.h>
#include <sys/resource.h>
#include <unistd.h>
#include <vector>

namespace ouro::stdlib {

using namespace vm;

static Result<void> done(VM& vm, int result) { return result < 0 ? Result<void>(vm.os_error(errno)) : Result<void>(); }
static Result<int64_t> number(VM& vm, int64_t result) {
    return result < 0 ? Result<int64_t>(vm.os_error(errno)) : Result<int64_t>(result);
}

// --- Users and groups -----------------------------------------------------------------------------------------------

static int64_t user() { return ::getuid(); }
static int64_t effective_user() { return ::geteuid(); }
static int64_t group() { return ::getgid(); }
static int64_t effective_group() { return ::getegid(); }

// Calls of one, two or three identities; -1 leaves one as it is.
template <int (*CALL)(unsigned)>
static Result<void> set_one(VM& vm, int64_t id) {
    TRY(check_processes(vm));
    return done(vm, CALL(unsigned(id)));
}
template <int (*CALL)(unsigned, unsigned)>
static Result<void> set_two(VM& vm, int64_t real, int64_t effective) {
    TRY(check_processes(vm));
    return done(vm, CALL(unsigned(real), unsigned(effective)));
}
template <int (*CALL)(unsigned, unsigned, unsigned)>
static Result<void> set_three(VM& vm, int64_t real, int64_t effective, int64_t saved) {
    TRY(check_processes(vm));
    return done(vm, CALL(unsigned(real), unsigned(effective), unsigned(saved)));
}
template <int (*CALL)(unsigned*, unsigned*, unsigned*)>
static Result<Value> get_three(VM& vm) {
    unsigned real, effective, saved;
    TRY(done(vm, CALL(&real, &effective, &saved)));
    return Value(make_tuple(vm, {make_int(vm, int64_t(real)), make_int(vm, int64_t(effective)),
                                 make_int(vm, int64_t(saved))}));
}

static Value group_list(VM& vm, const std::vector<gid_t>& groups) {
    List* list = make_list(vm);
    for (gid_t id : groups)
        MUST(list_append(vm, *list, make_int(vm, int64_t(id)))); // 65,536 at most
    return list;
}

static Result<Value> get_groups(VM& vm) {
    std::vector<gid_t> groups(size_t(std::max(::getgroups(0, nullptr), 0)));
    int count = ::getgroups(int(groups.size()), groups.data());
    TRY(done(vm, count));
    groups.resize(size_t(count));
    return group_list(vm, groups);
}

static Result<void> set_groups(VM& vm, Value sequence) {
    TRY(check_processes(vm));
    std::vector<gid_t> groups;
    TRY(for_each(vm, sequence, [&](Value item) -> Result<void> {
        groups.push_back(gid_t(TRY(index_int64(vm, item))));
        return {};
    }));
    return done(vm, ::setgroups(groups.size(), groups.data()));
}

static Result<Value> groups_of_user(VM& vm, std::string_view name, int64_t group) {
    TRY(check_processes(vm));
    std::string text(name);
    int count = 64;
    std::vector<gid_t> groups;
    do
        groups.resize(size_t(count));
    while (::getgrouplist(text.c_str(), gid_t(group), groups.data(), &count) < 0);
    groups.resize(size_t(count));
    return group_list(vm, groups);
}

static Result<void> initialize_groups(VM& vm, std::string_view name, int64_t group) {
    TRY(check_processes(vm));
    return done(vm, ::initgroups(std::string(name).c_str(), gid_t(group)));
}

// --- Sessions and process groups ------------------------------------------------------------------------------------

static int64_t own_process_group() { return ::getpgrp(); }
static Result<int64_t> process_group(VM& vm, int64_t pid) { return number(vm, ::getpgid(pid_t(pid))); }
static Result<int64_t> session(VM& vm, int64_t pid) { return number(vm, ::getsid(pid_t(pid))); }
static Result<void> set_process_group(VM& vm, int64_t pid, int64_t group) {
    TRY(check_processes(vm));
    return done(vm, ::setpgid(pid_t(pid), pid_t(group)));
}
static Result<void> set_own_process_group(VM& vm) { return set_process_group(vm, 0, 0); }
static Result<void> begin_session(VM& vm) {
    TRY(check_processes(vm));
    return done(vm, ::setsid());
}

// --- Priorities and the scheduler -----------------------------------------------------------------------------------

static Result<int64_t> add_niceness(VM& vm, int64_t increment) {
    TRY(check_processes(vm));
    errno = 0;
    int value = ::nice(int(increment));
    return value == -1 && errno ? Result<int64_t>(vm.os_error(errno)) : Result<int64_t>(value);
}
static Result<int64_t> get_priority(VM& vm, int64_t which, int64_t who) {
    errno = 0;
    int value = ::getpriority(__priority_which_t(which), id_t(who));
    return value == -1 && errno ? Result<int64_t>(vm.os_error(errno)) : Result<int64_t>(value);
}
static Result<void> set_priority(VM& vm, int64_t which, int64_t who, int64_t priority) {
    TRY(check_processes(vm));
    return done(vm, ::setpriority(__priority_which_t(which), id_t(who), int(priority)));
}

static Result<int64_t> highest_priority(VM& vm, int64_t policy) {
    return number(vm, ::sched_get_priority_max(int(policy)));
}
static Result<int64_t> lowest_priority(VM& vm, int64_t policy) {
    return number(vm, ::sched_get_priority_min(int(policy)));
}
static Result<int64_t> get_scheduler(VM& vm, int64_t pid) { return number(vm, ::sched_getscheduler(pid_t(pid))); }
static Result<void> set_scheduler(VM& vm, int64_t pid, int64_t policy, int64_t priority) {
    TRY(check_processes(vm));
    sched_param parameter{};
    parameter.sched_priority = int(priority);
    return done(vm, ::sched_setscheduler(pid_t(pid), int(policy), &parameter));
}
static Result<int64_t> get_parameter(VM& vm, int64_t pid) {
    sched_param parameter{};
    TRY(done(vm, ::sched_getparam(pid_t(pid), &parameter)));
    return int64_t(parameter.sched_priority);
}
static Result<void> set_parameter(VM& vm, int64_t pid, int64_t priority) {
    TRY(check_processes(vm));
    sched_param parameter{};
    parameter.sched_priority = int(priority);
    return done(vm, ::sched_setparam(pid_t(pid), &parameter));
}
static Result<double> round_robin_interval(VM& vm, int64_t pid) {
    timespec interval{};
    TRY(done(vm, ::sched_rr_get_interval(pid_t(pid), &interval)));
    return double(interval.tv_sec) + double(interval.tv_nsec) * 1e-9;
}
static void yield_processor() { ::sched_yield(); }

static Result<Value> get_affinity(VM& vm, int64_t pid) {
    cpu_set_t set;
    TRY(done(vm, ::sched_getaffinity(pid_t(pid), sizeof(set), &set)));
    Set* processors = make_set(vm);
    for (int i = 0; i < CPU_SETSIZE; i++) {
        if (CPU_ISSET(i, &set))
            TRY(set_add(vm, *processors, Value::small_int(i)));
    }
    return processors;
}
static Result<void> set_affinity(VM& vm, int64_t pid, Value mask) {
    TRY(check_processes(vm));
    cpu_set_t set;
    CPU_ZERO(&set);
    TRY(for_each(vm, mask, [&](Value item) -> Result<void> {
        int64_t processor = TRY(index_int64(vm, item));
        if (processor < 0)
            return vm.value_error("negative CPU number");
        if (processor < CPU_SETSIZE)
            CPU_SET(size_t(processor), &set);
        return {};
    }));
    return done(vm, ::sched_setaffinity(pid_t(pid), sizeof(set), &set));
}

#define NUMBER(name) constant(#name, int64_t(name))

static constexpr NativeDef MEMBERS[] = {
    fn<user>("getuid()"), fn<effective_user>("geteuid()"), fn<group>("getgid()"), fn<effective_group>("getegid()"),
    fn<set_one<::setuid>>("setuid(uid, /)"), fn<set_one<::seteuid>>("seteuid(euid, /)"),
    fn<set_one<::setgid>>("setgid(gid, /)"), fn<set_one<::setegid>>("setegid(egid, /)"),
    fn<set_two<::setreuid>>("setreuid(ruid, euid, /)"), fn<set_two<::setregid>>("setregid(rgid, egid, /)"),
    fn<set_three<::setresuid>>("setresuid(ruid, euid, suid, /)"),
    fn<set_three<::setresgid>>("setresgid(rgid, egid, sgid, /)"),
    fn<get_three<::getresuid>>("getresuid()"), fn<get_three<::getresgid>>("getresgid()"),
    fn<get_groups>("getgroups()"), fn<set_groups>("setgroups(groups, /)"),
    fn<groups_of_user>("getgrouplist(user, group, /)"), fn<initialize_groups>("initgroups(username, gid, /)"),
    fn<own_process_group>("getpgrp()"), fn<process_group>("getpgid(pid)"), fn<session>("getsid(pid, /)"),
    fn<set_process_group>("setpgid(pid, pgrp, /)"), fn<set_own_process_group>("setpgrp()"),
    fn<begin_session>("setsid()"),
    fn<add_niceness>("nice(increment, /)"), fn<get_priority>("getpriority(which, who)"),
    fn<set_priority>("setpriority(which, who, priority)"),
    fn<highest_priority>("sched_get_priority_max(policy)"), fn<lowest_priority>("sched_get_priority_min(policy)"),
    fn<get_scheduler>("sched_getscheduler(pid, /)"),
    fn<set_scheduler>("sched_setscheduler(pid, policy, priority, /)"),
    fn<get_parameter>("sched_getparam(pid, /)"), fn<set_parameter>("sched_setparam(pid, priority, /)"),
    fn<round_robin_interval>("sched_rr_get_interval(pid, /)"), fn<yield_processor>("sched_yield()"),
    fn<get_affinity>("sched_getaffinity(pid, /)"), fn<set_affinity>("sched_setaffinity(pid, mask, /)"),
    NUMBER(PRIO_PROCESS), NUMBER(PRIO_PGRP), NUMBER(PRIO_USER), NUMBER(SCHED_OTHER), NUMBER(SCHED_FIFO),
    NUMBER(SCHED_RR), NUMBER(SCHED_BATCH), NUMBER(SCHED_IDLE), NUMBER(SCHED_RESET_ON_FORK),
};
#undef NUMBER

extern const NativeModule posix_identity_module;
constinit const NativeModule posix_identity_module = {"_posix_identity", "Who a process is.", MEMBERS,
                                                      std::size(MEMBERS)};

} // namespace ouro::stdlib
