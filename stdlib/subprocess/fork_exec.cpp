// SPDX-License-Identifier: MIT
//
// _posixsubprocess.fork_exec: what subprocess.Popen starts children with.
//
// The child is a vfork: it shares the memory of this process, which stands still until it has called exec. So between
// the two only system calls are made, on what was prepared before. A child that is to call a function of the script
// first (preexec_fn) is a fork. What fails in the child is told through a pipe that exec closes, as
// "ClassName:errno in hex:where", or "noexec" for where when exec itself has not been reached.
#include "stdlib/os/descriptors.hpp"
#include "stdlib/os/process_arguments.hpp"

#include "stdlib/io/files.hpp"
#include "stdlib/threading/threads.hpp"
#include "vm/async/clock.hpp"
#include "vm/blocking.hpp"
#include "vm/fork.hpp"

#include <algorithm>
#include <cerrno>
#include <climits>
#include <cstring>
#include <fcntl.h>
#include <poll.h>
#include <signal.h>
#include <sys/stat.h>
#include <sys/syscall.h>
#include <unistd.h>

namespace ouro::stdlib {

using namespace vm;

namespace {

// What the child needs, ready before it exists.
struct Child {
    char** arguments;
    char** programs; // paths to try, in order
    char** environment; // null: this process's, as it is when exec is called
    const char* folder; // or null
    bool close_fds;
    std::vector<int> kept; // descriptors that are not closed, in order
    int input[2], output[2], errors[2]; // the child's end first; -1: none
    int report[2];                      // the pipe of errors, read end first
    bool restores_signals, new_session;
    int64_t group;               // -1: none
    std::optional<uint32_t> uid, gid;
    std::optional<std::vector<gid_t>> groups;
    int64_t mask; // umask, -1: none
    sigset_t signals; // that this thread blocks
};

// --- In the child: system calls only --------------------------------------------------------------------------------

void set_close_on_exec(int fd, bool closes) {
    int flags = fcntl(fd, F_GETFD);
    if (flags >= 0)
        fcntl(fd, F_SETFD, closes ? flags | FD_CLOEXEC : flags & ~FD_CLOEXEC);
}

void close_between(int first, int last) {
    if (first > last)
        return;
#ifdef SYS_close_range
    if (syscall(SYS_close_range, unsigned(first), unsigned(last), 0u) == 0)
        return;
#endif
    long limit = sysconf(_SC_OPEN_MAX);
    for (int fd = first; fd <= last && fd < limit; fd++)
        close(fd);
}

void close_others(const Child& child) {
    int next = 3;
    for (int fd : child.kept) {
        if (fd < next)
            continue;
        close_between(next, fd - 1);
        next = fd + 1;
    }
    close_between(next, INT_MAX);
}

// Handlers are this process's code, and what it has been told to ignore for its own sake is not the child's matter.
void reset_signals(const Child& child) {
    for (int number = 1; number < NSIG; number++) {
        struct sigaction action;
        if (sigaction(number, nullptr, &action) != 0)
            continue;
        bool is_own = number == SIGPIPE || number == SIGXFSZ;
        if ((action.sa_handler != SIG_DFL && action.sa_handler != SIG_IGN) || (child.restores_signals && is_own))
            signal(number, SIG_DFL);
    }
}

// Moves a descriptor out of the way of the standard ones that are still to be set up.
bool move_above(int& fd, int lowest) {
    if (fd < 0 || fd >= lowest)
        return true;
    fd = fcntl(fd, F_DUPFD_CLOEXEC, lowest);
    return fd >= 0;
}

bool place(int fd, int target) {
    if (fd == target)
        set_close_on_exec(fd, false);
    else if (fd >= 0)
        return dup2(fd, target) >= 0;
    return true;
}

bool set_up_streams(Child& child) {
    int input = child.input[0], output = child.output[0], errors = child.errors[0];
    bool moved = output == 0 ? move_above(output, 3) : true;
    if (errors == 0 || errors == 1)
        moved = moved && move_above(errors, 3);
    return moved && place(input, 0) && place(output, 1) && place(errors, 2);
}

bool set_up_identity(const Child& child) {
    if (child.mask >= 0)
        umask(mode_t(child.mask));
    if (child.new_session && setsid() < 0)
        return false;
    if (child.group >= 0 && setpgid(0, pid_t(child.group)) != 0)
        return false;
    // The system calls themselves: the C library's functions would change all threads of this process.
    if (child.groups && syscall(SYS_setgroups, child.groups->size(), child.groups->data()) != 0)
        return false;
    if (child.gid && syscall(SYS_setresgid, *child.gid, *child.gid, -1) != 0)
        return false;
    return !child.uid || syscall(SYS_setresuid, *child.uid, *child.uid, -1) == 0;
}

void tell(int fd, const char* text) {
    while (write(fd, text, strlen(text)) < 0 && errno == EINTR) {
    }
}

[[noreturn]] void fail(int report, int error, const char* where) {
    static constexpr char DIGITS[] = "0123456789ABCDEF";
    char number[16], *digit = number + sizeof(number) - 1;
    *digit = '\0';
    do {
        *--digit = DIGITS[error & 15];
        error >>= 4;
    } while (error);
    tell(report, "OSError:");
    tell(report, digit);
    tell(report, where);
    _exit(255);
}

// Returns what to report where all programs have failed.
int try_programs(Child& child) {
    int error = ENOENT;
    for (char** program = child.programs; *program; program++) {
        execve(*program, child.arguments, child.environment ? child.environment : environ);
        if (errno != ENOENT && errno != ENOTDIR)
            error = errno;
    }
    return error;
}

void prepare(Child& child) {
    int report = child.report[1]; // above the standard streams, as the caller has made it
    for (int fd : child.kept) {
        if (fd != report)
            set_close_on_exec(fd, false);
    }
    for (int parents : {child.input[1], child.output[1], child.errors[1], child.report[0]}) {
        if (parents > 2)
            close(parents);
    }
    if (!set_up_streams(child))
        fail(report, errno, ":noexec");
    if (child.folder && chdir(child.folder) != 0)
        fail(report, errno, ":noexec:chdir");
    if (!set_up_identity(child))
        fail(report, errno, ":noexec");
    reset_signals(child);
}

[[noreturn]] void become(Child& child) {
    if (child.close_fds)
        close_others(child);
    sigprocmask(SIG_SETMASK, &child.signals, nullptr);
    int error = try_programs(child);
    fail(child.report[1], error, ":");
}

// A function of its own, whose frame the child may use as it likes.
__attribute__((noinline)) pid_t start_sharing(Child& child) {
    Child copy = child; // the child's own, which it changes
    pid_t pid = vfork();
    if (pid == 0) {
        prepare(copy);
        become(copy);
    }
    return pid;
}

} // namespace

// --- In this process ------------------------------------------------------------------------------------------------

static Result<std::vector<int>> descriptor_list(VM& vm, Value sequence, int report) {
    std::vector<int> fds;
    TRY(for_each(vm, sequence, [&](Value item) -> Result<void> {
        int64_t fd = TRY(index_int64(vm, item));
        if (fd < 0 || fd > INT_MAX)
            return vm.value_error("bad value(s) in fds_to_keep");
        fds.push_back(int(fd));
        return {};
    }));
    fds.push_back(report);
    std::sort(fds.begin(), fds.end());
    fds.erase(std::unique(fds.begin(), fds.end()), fds.end());
    return fds;
}

// The number of a user or group.
static Result<uint32_t> account_number(VM& vm, Value value) {
    std::optional<int64_t> number = to_int64(TRY(index(vm, value)));
    if (!number || *number > UINT32_MAX)
        return vm.overflow_error("uid is greater than maximum");
    if (*number < -1)
        return vm.overflow_error("uid is less than minimum");
    return uint32_t(*number);
}

static Result<std::optional<uint32_t>> identity(VM& vm, Value value) {
    if (value.is_none())
        return std::optional<uint32_t>();
    return std::optional(TRY(account_number(vm, value)));
}

static Result<void> take_pairs(VM& vm, Child& child, Value sequence) {
    Tuple* ends = TRY(tuple_from(vm, sequence));
    if (ends->size() != 8)
        return vm.type_error("fork_exec() needs 8 descriptors");
    int* places[] = {&child.input[0], &child.input[1], &child.output[1], &child.output[0],
                     &child.errors[1], &child.errors[0], &child.report[0], &child.report[1]};
    for (size_t i = 0; i < ends->size(); i++)
        *places[i] = int(TRY(index_int64(vm, (*ends)[i])));
    return {};
}

static Result<void> take_identity(VM& vm, Child& child, Value gid, Value groups, Value uid) {
    child.gid = TRY(identity(vm, gid));
    child.uid = TRY(identity(vm, uid));
    if (groups.is_none())
        return {};
    child.groups.emplace();
    return for_each(vm, groups, [&](Value item) -> Result<void> {
        std::optional<int64_t> id = to_int64(TRY(index(vm, item)));
        if (!id || *id < -1 || *id > UINT32_MAX)
            return vm.value_error("invalid group id");
        child.groups->push_back(gid_t(*id));
        return {};
    });
}

// The child of a fork: a process like this one, which calls the function of the script first.
[[noreturn]] static void run_forked(VM& vm, Child& child, Value function, bool had_threads) {
    if (had_threads) {
        end_lost_threads(vm);
        release_lost_files(vm);
    }
    prepare(child);
    if (call(vm, function, std::initializer_list<Value>{}).is_error()) {
        tell(child.report[1], "SubprocessError:0:Exception occurred in preexec_fn.");
        _exit(255);
    }
    become(child);
}

static Result<int64_t> start(VM& vm, Child& child, Value function) {
    sigset_t all;
    sigfillset(&all);
    pthread_sigmask(SIG_SETMASK, &all, &child.signals);
    bool had_threads = vm.threads.size() > 1;
    pid_t pid;
    if (function.is_none()) {
        pid = blocking(vm, [&] { return start_sharing(child); });
    } else {
        pid = fork_process(vm);
        if (pid == 0)
            run_forked(vm, child, function, had_threads);
    }
    int error = errno;
    pthread_sigmask(SIG_SETMASK, &child.signals, nullptr);
    return pid < 0 ? Result<int64_t>(vm.os_error(error)) : Result<int64_t>(int64_t(pid));
}

// `descriptors`: p2cread, p2cwrite, c2pread, c2pwrite, errread, errwrite, errpipe_read, errpipe_write.
static Result<int64_t> fork_exec(VM& vm, Value arguments, Value programs, bool close_fds, Value kept, Value folder,
                                 Value environment, Value descriptors, bool restores_signals, bool new_session,
                                 int64_t group, Value gid, Value groups, Value uid, int64_t mask, Value function) {
    TRY(check_processes(vm));
    CStrings argv = TRY(c_strings(vm, arguments)), paths = TRY(c_strings(vm, programs)), envp;
    if (!environment.is_none())
        envp = TRY(c_strings(vm, environment));
    Child child{};
    child.arguments = argv.pointers();
    child.programs = paths.pointers();
    child.environment = environment.is_none() ? nullptr : envp.pointers();
    std::string folder_text;
    if (Bytes* bytes = as<Bytes>(folder)) {
        if (bytes->view().find('\0') != std::string_view::npos)
            return vm.value_error("embedded null byte");
        folder_text = bytes->view();
        child.folder = folder_text.c_str();
    }
    TRY(take_pairs(vm, child, descriptors));
    child.close_fds = close_fds;
    child.kept = TRY(descriptor_list(vm, kept, child.report[1]));
    child.restores_signals = restores_signals;
    child.new_session = new_session;
    child.group = group;
    child.mask = mask;
    TRY(take_identity(vm, child, gid, groups, uid));
    return start(vm, child, function);
}

// --- Exchanging data ----------------------------------------------------------------------------------------------

static Result<void> add_polled(VM& vm, std::vector<pollfd>& polled, Value sequence, short events) {
    return for_each(vm, sequence, [&](Value item) -> Result<void> {
        int64_t fd = TRY(index_int64(vm, item));
        TRY(check_descriptor(vm, fd));
        polled.push_back({int(fd), events, 0});
        return {};
    });
}

// The descriptors that can be read or written, or have been closed at the other end; at the latest after `seconds`,
// negative: for ever.
static Result<Value> poll_descriptors(VM& vm, Value readable, Value writable, double seconds) {
    std::vector<pollfd> polled;
    TRY(add_polled(vm, polled, readable, POLLIN));
    TRY(add_polled(vm, polled, writable, POLLOUT));
    int64_t end = seconds < 0 ? -1 : system_monotonic_nanoseconds() + int64_t(std::min(seconds, 1e9) * 1e9);
    int count;
    do {
        TRY(vm.handle_safepoint());
        int64_t left = end < 0 ? -1 : std::max<int64_t>(end - system_monotonic_nanoseconds(), 0);
        timespec time{time_t(left / 1'000'000'000), long(left % 1'000'000'000)};
        const timespec* limit = left < 0 ? nullptr : &time;
        count = blocking(vm, [&] { return ::ppoll(polled.data(), polled.size(), limit, nullptr); });
    } while (count < 0 && errno == EINTR);
    if (count < 0)
        return vm.os_error(errno);
    List* ready = make_list(vm);
    for (const pollfd& entry : polled) {
        if (entry.revents)
            TRY(list_append(vm, *ready, Value::small_int(entry.fd)));
    }
    return ready;
}

static constexpr NativeDef MEMBERS[] = {
    fn<poll_descriptors>("poll(readable, writable, seconds, /)", "Wait until one of the descriptors is ready."),
    fn<fork_exec>("fork_exec(args, programs, close_fds, fds_to_keep, cwd, env, descriptors, restore_signals, setsid, "
                  "pgid, gid, groups, uid, umask, preexec_fn, /)",
                  "Start a program in a child process; return the child's number."),
};

extern const NativeModule posix_subprocess_module;
constinit const NativeModule posix_subprocess_module = {"_posixsubprocess", "What subprocess starts children with.",
                                                        MEMBERS, std::size(MEMBERS)};

} // namespace ouro::stdlib
