// SPDX-License-Identifier: MIT
//
// _posix_processes: starting other programs, waiting for children, sending signals. os.py makes the functions of os of
// them. Library Reference, os, "Process Management".
#include "stdlib/os/descriptors.hpp"
#include "stdlib/os/process_arguments.hpp"

#include "stdlib/asyncio/loop.hpp"
#include "stdlib/io/files.hpp"
#include "stdlib/threading/threads.hpp"
#include "vm/blocking.hpp"
#include "vm/fork.hpp"
#include "vm/grants.hpp"
#include "vm/values/float.hpp"

#include <cerrno>
#include <cstdlib>
#include <fcntl.h>
#include <signal.h>
#include <spawn.h>
#include <sys/resource.h>
#include <sys/syscall.h>
#include <sys/wait.h>
#include <unistd.h>

namespace ouro::stdlib {

using namespace vm;

// --- fork -----------------------------------------------------------------------------------------------------------

static Result<int64_t> fork_self(VM& vm) {
    TRY(check_processes(vm));
    bool had_threads = vm.threads.size() > 1;
    pid_t child = fork_process(vm);
    if (child < 0)
        return vm.os_error(errno);
    if (child == 0) {
        if (had_threads) {
            end_lost_threads(vm);
            release_lost_files(vm);
        }
        if (Loop* loop = running_loop(vm))
            TRY(loop->engine->begin_run());
    } else if (had_threads) {
        vm.warn_at(ExceptionId::DeprecationWarning,
                   fmt::format("This process (pid={}) is multi-threaded, use of fork() may lead to deadlocks in the "
                               "child.",
                               ::getpid()),
                   nullptr, nullptr);
    }
    return int64_t(child);
}

// --- exec -----------------------------------------------------------------------------------------------------------

// `path`: bytes, or an open descriptor. `environment` None: the process's own.
static Result<void> execute(VM& vm, Value path, Value arguments, Value environment) {
    TRY(check_processes(vm));
    CStrings argv = TRY(c_strings(vm, arguments)), envp;
    if (!environment.is_none())
        envp = TRY(c_strings(vm, environment));
    char** variables = environment.is_none() ? environ : envp.pointers();
    if (Bytes* name = as<Bytes>(path)) {
        if (name->view().find('\0') != std::string_view::npos)
            return vm.value_error("embedded null byte");
        ::execve(std::string(name->view()).c_str(), argv.pointers(), variables);
    } else {
        ::fexecve(int(TRY(index_int64(vm, path))), argv.pointers(), variables);
    }
    return vm.os_error(errno);
}

// --- posix_spawn ----------------------------------------------------------------------------------------------------

namespace {

class FileActions {
public:
    FileActions() { posix_spawn_file_actions_init(&m_actions); }
    ~FileActions() { posix_spawn_file_actions_destroy(&m_actions); }
    FileActions(const FileActions&) = delete;
    FileActions& operator=(const FileActions&) = delete;
    const posix_spawn_file_actions_t* get() const { return &m_actions; }
    Result<void> add(VM& vm, Value action);

private:
    posix_spawn_file_actions_t m_actions;
};

enum SpawnAction { SPAWN_OPEN, SPAWN_CLOSE, SPAWN_DUP2, SPAWN_CLOSEFROM };

struct SpawnAttributes {
    SpawnAttributes() { posix_spawnattr_init(&value); }
    ~SpawnAttributes() { posix_spawnattr_destroy(&value); }
    SpawnAttributes(const SpawnAttributes&) = delete;
    SpawnAttributes& operator=(const SpawnAttributes&) = delete;
    posix_spawnattr_t value;
    short flags = 0;
};

} // namespace

Result<void> FileActions::add(VM& vm, Value given) {
    Tuple* action = as<Tuple>(given);
    if (!action || action->size() == 0)
        return vm.type_error("Each file_actions element must be a non-empty tuple");
    auto number = [&](size_t i) { return index_int64(vm, (*action)[i]); };
    auto expect = [&](size_t count, const char* text) -> Result<void> {
        return action->size() == count ? Result<void>() : vm.type_error("{}", text);
    };
    int error = 0;
    switch (TRY(number(0))) {
    case SPAWN_OPEN: {
        TRY(expect(5, "A open file_action tuple must have 5 elements"));
        Bytes* path = as<Bytes>((*action)[2]);
        if (!path)
            return vm.type_error("path should be string, bytes or os.PathLike");
        error = posix_spawn_file_actions_addopen(&m_actions, int(TRY(number(1))), std::string(path->view()).c_str(),
                                                 int(TRY(number(3))), mode_t(TRY(number(4))));
        break;
    }
    case SPAWN_CLOSE:
        TRY(expect(2, "A close file_action tuple must have 2 elements"));
        error = posix_spawn_file_actions_addclose(&m_actions, int(TRY(number(1))));
        break;
    case SPAWN_DUP2:
        TRY(expect(3, "A dup2 file_action tuple must have 3 elements"));
        error = posix_spawn_file_actions_adddup2(&m_actions, int(TRY(number(1))), int(TRY(number(2))));
        break;
    case SPAWN_CLOSEFROM:
        TRY(expect(2, "A closefrom file_action tuple must have 2 elements"));
        error = posix_spawn_file_actions_addclosefrom_np(&m_actions, int(TRY(number(1))));
        break;
    default:
        return vm.type_error("Unknown file_actions identifier");
    }
    return error ? Result<void>(vm.os_error(error)) : Result<void>();
}

static Result<sigset_t> spawn_signals(VM& vm, Value iterable) {
    sigset_t set;
    sigemptyset(&set);
    TRY(for_each(vm, iterable, [&](Value item) -> Result<void> {
        int64_t number = TRY(index_int64(vm, item));
        if (number < 1 || number >= NSIG)
            return vm.value_error("signal number {} out of range [1; {}]", number, NSIG - 1);
        sigaddset(&set, int(number));
        return {};
    }));
    return set;
}

static Result<void> fill_attributes(VM& vm, SpawnAttributes& attributes, Value group, bool resets_ids, bool new_session,
                                    Value mask, Value defaults, Value scheduler) {
    if (!group.is_none()) {
        posix_spawnattr_setpgroup(&attributes.value, pid_t(TRY(index_int64(vm, group))));
        attributes.flags |= POSIX_SPAWN_SETPGROUP;
    }
    attributes.flags |= short((resets_ids ? POSIX_SPAWN_RESETIDS : 0) | (new_session ? POSIX_SPAWN_SETSID : 0));
    if (!mask.is_none()) {
        sigset_t set = TRY(spawn_signals(vm, mask));
        posix_spawnattr_setsigmask(&attributes.value, &set);
        attributes.flags |= POSIX_SPAWN_SETSIGMASK;
    }
    if (!defaults.is_none()) {
        sigset_t set = TRY(spawn_signals(vm, defaults));
        posix_spawnattr_setsigdefault(&attributes.value, &set);
        attributes.flags |= POSIX_SPAWN_SETSIGDEF;
    }
    if (Tuple* policy = as<Tuple>(scheduler)) { // (policy or None, priority)
        sched_param parameter{};
        parameter.sched_priority = int(TRY(index_int64(vm, (*policy)[1])));
        posix_spawnattr_setschedparam(&attributes.value, &parameter);
        attributes.flags |= POSIX_SPAWN_SETSCHEDPARAM;
        if (!(*policy)[0].is_none()) {
            posix_spawnattr_setschedpolicy(&attributes.value, int(TRY(index_int64(vm, (*policy)[0]))));
            attributes.flags |= POSIX_SPAWN_SETSCHEDULER;
        }
    }
    posix_spawnattr_setflags(&attributes.value, attributes.flags);
    return {};
}

static Result<int64_t> spawn(VM& vm, Bytes& path, Value arguments, Value environment, Value actions, bool searches,
                             Value group, bool resets_ids, bool new_session, Value mask, Value defaults,
                             Value scheduler) {
    TRY(check_processes(vm));
    CStrings argv = TRY(c_strings(vm, arguments)), envp;
    if (!environment.is_none())
        envp = TRY(c_strings(vm, environment));
    FileActions file_actions;
    if (!actions.is_none())
        TRY(for_each(vm, actions, [&](Value action) { return file_actions.add(vm, action); }));
    SpawnAttributes attributes;
    TRY(fill_attributes(vm, attributes, group, resets_ids, new_session, mask, defaults, scheduler));
    std::string name(path.view());
    auto* start = searches ? ::posix_spawnp : ::posix_spawn;
    char **argument_pointers = argv.pointers(), **variables = environment.is_none() ? environ : envp.pointers();
    pid_t child;
    int error = blocking(vm, [&] {
        return start(&child, name.c_str(), file_actions.get(), &attributes.value, argument_pointers, variables);
    });
    if (error)
        return vm.os_error(error, name);
    return int64_t(child);
}

// --- Waiting --------------------------------------------------------------------------------------------------------

// A call that waits, begun again when a signal has interrupted it.
template <class F>
static Result<pid_t> wait_call(VM& vm, F&& call) {
    pid_t child;
    while ((child = pid_t(blocking(vm, call))) < 0) {
        if (errno != EINTR)
            return vm.os_error(errno);
        TRY(vm.handle_safepoint());
    }
    return child;
}

static Result<Value> wait_pid(VM& vm, int64_t pid, int64_t options) {
    TRY(check_processes(vm));
    int status = 0;
    pid_t child = TRY(wait_call(vm, [&] { return ::waitpid(pid_t(pid), &status, int(options)); }));
    return Value(make_tuple(vm, {make_int(vm, child), make_int(vm, status)}));
}

static double seconds(const timeval& time) { return double(time.tv_sec) + double(time.tv_usec) * 1e-6; }

// The fields of resource.struct_rusage.
static Value usage_value(VM& vm, const rusage& usage) {
    auto number = [&](long value) { return make_int(vm, value); };
    return make_tuple(vm, {Value::number(seconds(usage.ru_utime)), Value::number(seconds(usage.ru_stime)),
                           number(usage.ru_maxrss), number(usage.ru_ixrss), number(usage.ru_idrss),
                           number(usage.ru_isrss), number(usage.ru_minflt), number(usage.ru_majflt),
                           number(usage.ru_nswap), number(usage.ru_inblock), number(usage.ru_oublock),
                           number(usage.ru_msgsnd), number(usage.ru_msgrcv), number(usage.ru_nsignals),
                           number(usage.ru_nvcsw), number(usage.ru_nivcsw)});
}

static Result<Value> wait_usage(VM& vm, int64_t pid, int64_t options) {
    TRY(check_processes(vm));
    int status = 0;
    rusage usage{};
    pid_t child = TRY(wait_call(vm, [&] { return ::wait4(pid_t(pid), &status, int(options), &usage); }));
    return Value(make_tuple(vm, {make_int(vm, child), make_int(vm, status), usage_value(vm, usage)}));
}

static Result<Value> wait_id(VM& vm, int64_t type, int64_t id, int64_t options) {
    TRY(check_processes(vm));
    siginfo_t info{};
    TRY(wait_call(vm, [&] { return ::waitid(idtype_t(type), id_t(id), &info, int(options)); }));
    if (info.si_pid == 0)
        return Value::none();
    return Value(make_tuple(vm, {make_int(vm, info.si_pid), make_int(vm, int64_t(info.si_uid)),
                                 make_int(vm, info.si_signo), make_int(vm, info.si_status),
                                 make_int(vm, info.si_code)}));
}

// --- Statuses -------------------------------------------------------------------------------------------------------

static bool core_dumped(int64_t status) { return WCOREDUMP(int(status)); }
static bool has_continued(int64_t status) { return WIFCONTINUED(int(status)); }
static bool has_stopped(int64_t status) { return WIFSTOPPED(int(status)); }
static bool was_signaled(int64_t status) { return WIFSIGNALED(int(status)); }
static bool has_exited(int64_t status) { return WIFEXITED(int(status)); }
static int64_t exit_status(int64_t status) { return WEXITSTATUS(int(status)); }
static int64_t ending_signal(int64_t status) { return WTERMSIG(int(status)); }
static int64_t stopping_signal(int64_t status) { return WSTOPSIG(int(status)); }

static Result<int64_t> exit_code(VM& vm, int64_t given) {
    int status = int(given);
    if (WIFEXITED(status))
        return int64_t(WEXITSTATUS(status));
    if (WIFSIGNALED(status))
        return -int64_t(WTERMSIG(status));
    if (WIFSTOPPED(status))
        return vm.value_error("process stopped by delivery of signal {}", WSTOPSIG(status));
    return vm.value_error("invalid wait status: {}", status);
}

// --- Signals --------------------------------------------------------------------------------------------------------

static Result<void> send_signal(VM& vm, int64_t pid, int64_t number) {
    TRY(check_processes(vm));
    if (::kill(pid_t(pid), int(number)) != 0)
        return vm.os_error(errno);
    return vm.handle_safepoint(); // it may be for this process
}

static Result<void> send_to_group(VM& vm, int64_t group, int64_t number) {
    TRY(check_processes(vm));
    if (::killpg(pid_t(group), int(number)) != 0)
        return vm.os_error(errno);
    return vm.handle_safepoint();
}

static Result<int64_t> open_process(VM& vm, int64_t pid, int64_t flags) {
    TRY(check_processes(vm));
    long fd = ::syscall(SYS_pidfd_open, pid_t(pid), unsigned(flags));
    if (fd < 0)
        return vm.os_error(errno);
    return int64_t(fd);
}

static Result<void> abort_process(VM& vm) {
    TRY(check_processes(vm));
    ::abort();
}

// A command for the shell, as system(3) runs it: SIGINT and SIGQUIT are the command's meanwhile.
static Result<int64_t> run_command(VM& vm, Bytes& command) {
    TRY(check_processes(vm));
    if (command.view().find('\0') != std::string_view::npos)
        return vm.value_error("embedded null byte");
    std::string text(command.view());
    int status = blocking(vm, [&] { return ::system(text.c_str()); });
    if (status < 0)
        return vm.os_error(errno);
    return int64_t(status);
}

#define NUMBER(name) constant(#name, int64_t(name))

static constexpr NativeDef MEMBERS[] = {
    fn<fork_self>("fork()"),
    fn<execute>("execute(path, arguments, environment, /)"),
    fn<spawn>("spawn(path, arguments, environment, actions, searches, group, resets_ids, new_session, mask, defaults, "
              "scheduler, /)"),
    fn<wait_pid>("waitpid(pid, options, /)", "Wait for a child; return its number and status."),
    fn<wait_usage>("wait4(pid, options, /)"),
    fn<wait_id>("waitid(idtype, id, options, /)"),
    fn<core_dumped>("WCOREDUMP(status, /)", "Did the process leave a core dump?"),
    fn<has_continued>("WIFCONTINUED(status)", "Does the process go on after a stop?"),
    fn<has_stopped>("WIFSTOPPED(status)", "Has a signal stopped the process?"),
    fn<was_signaled>("WIFSIGNALED(status)", "Has a signal ended the process?"),
    fn<has_exited>("WIFEXITED(status)", "Has the process ended by itself?"),
    fn<exit_status>("WEXITSTATUS(status)", "The status with which the process has ended."),
    fn<ending_signal>("WTERMSIG(status)", "The signal that has ended the process."),
    fn<stopping_signal>("WSTOPSIG(status)", "The signal that has stopped the process."),
    fn<exit_code>("waitstatus_to_exitcode(status)", "The exit code that a status means; negative: a signal's number."),
    fn<send_signal>("kill(pid, signal, /)", "Send a signal to a process."),
    fn<send_to_group>("killpg(pgid, signal, /)", "Send a signal to a process group."),
    fn<open_process>("pidfd_open(pid, flags=0)", "A descriptor for a process."),
    fn<abort_process>("abort()", "End the process by SIGABRT."),
    fn<run_command>("system(command, /)"),
    NUMBER(WNOHANG), NUMBER(WUNTRACED), NUMBER(WCONTINUED), NUMBER(WEXITED), NUMBER(WSTOPPED), NUMBER(WNOWAIT),
    NUMBER(P_ALL), NUMBER(P_PID), NUMBER(P_PGID), constant("P_PIDFD", int64_t(3)),
    NUMBER(CLD_EXITED), NUMBER(CLD_KILLED), NUMBER(CLD_DUMPED), NUMBER(CLD_TRAPPED), NUMBER(CLD_STOPPED),
    NUMBER(CLD_CONTINUED),
    constant("POSIX_SPAWN_OPEN", int64_t(SPAWN_OPEN)), constant("POSIX_SPAWN_CLOSE", int64_t(SPAWN_CLOSE)),
    constant("POSIX_SPAWN_DUP2", int64_t(SPAWN_DUP2)), constant("POSIX_SPAWN_CLOSEFROM", int64_t(SPAWN_CLOSEFROM)),
};
#undef NUMBER

extern const NativeModule posix_processes_module;
constinit const NativeModule posix_processes_module = {"_posix_processes", "System calls about processes.", MEMBERS,
                                                       std::size(MEMBERS)};

} // namespace ouro::stdlib
