// SPDX-License-Identifier: MIT
//
// Runs one child process with a time limit and collects what it prints. Nothing of the caller's environment reaches the
// child except PATH, so results do not depend on who runs the tests.

#include "run_scripts.hpp"

#include <cerrno>
#include <chrono>
#include <csignal>
#include <cstdlib>
#include <cstring>
#include <fcntl.h>
#include <poll.h>
#include <spawn.h>
#include <sys/wait.h>
#include <unistd.h>

namespace script_tests {

using Clock = std::chrono::steady_clock;

// More output than any test needs; a script that prints without end is stopped here.
static constexpr size_t output_limit = 32u << 20;

static std::vector<char*> pointers(std::vector<std::string>& texts) {
    std::vector<char*> result;
    for (auto& text : texts)
        result.push_back(text.data());
    result.push_back(nullptr);
    return result;
}

static std::vector<std::string> child_environment(const Command& command) {
    const char* path = std::getenv("PATH");
    std::vector<std::string> result = {std::string("PATH=") + (path ? path : "/usr/bin:/bin"), "LC_ALL=C.UTF-8",
                                       "TZ=UTC", "PYTHONUTF8=1", "NO_COLOR=1"};
    result.insert(result.end(), command.environment.begin(), command.environment.end());
    return result;
}

// Starts the program; returns its process id, or an error number below zero.
static pid_t start(const Command& command, int out, int err) {
    std::vector<std::string> argument_texts = command.arguments;
    std::vector<std::string> environment_texts = child_environment(command);
    std::vector<char*> arguments = pointers(argument_texts);
    std::vector<char*> environment = pointers(environment_texts);

    posix_spawn_file_actions_t actions;
    posix_spawn_file_actions_init(&actions);
    posix_spawn_file_actions_addchdir_np(&actions, command.folder.c_str());
    posix_spawn_file_actions_addopen(&actions, 0, command.input.c_str(), O_RDONLY, 0);
    posix_spawn_file_actions_adddup2(&actions, out, 1);
    posix_spawn_file_actions_adddup2(&actions, err, 2);

    posix_spawnattr_t attributes;
    posix_spawnattr_init(&attributes);
    posix_spawnattr_setflags(&attributes, POSIX_SPAWN_SETPGROUP);
    posix_spawnattr_setpgroup(&attributes, 0);

    pid_t pid = 0;
    int error = posix_spawnp(&pid, arguments[0], &actions, &attributes, arguments.data(), environment.data());
    posix_spawnattr_destroy(&attributes);
    posix_spawn_file_actions_destroy(&actions);
    return error ? -error : pid;
}

static int milliseconds_until(Clock::time_point deadline) {
    auto left = std::chrono::duration_cast<std::chrono::milliseconds>(deadline - Clock::now()).count();
    return left > 0 ? int(left) + 1 : 0;
}

// Reads what is there; closes the descriptor (sets it to -1) at its end.
static void read_some(int& fd, std::string& text) {
    char buffer[65536];
    ssize_t count = read(fd, buffer, sizeof buffer);
    if (count > 0) {
        text.append(buffer, size_t(count));
    } else if (count == 0 || errno != EINTR) {
        close(fd);
        fd = -1;
    }
}

// Collects both outputs until they end. False when the time or the output limit was reached first.
static bool collect(int out, int err, Outcome& outcome, Clock::time_point deadline) {
    bool in_time = true;
    pollfd fds[2] = {{out, POLLIN, 0}, {err, POLLIN, 0}};
    while (fds[0].fd >= 0 || fds[1].fd >= 0) {
        int ready = poll(fds, 2, milliseconds_until(deadline));
        if (ready < 0 && errno == EINTR)
            continue;
        if (ready <= 0 || outcome.out.size() + outcome.err.size() > output_limit) {
            in_time = false;
            break;
        }
        if (fds[0].fd >= 0 && fds[0].revents)
            read_some(fds[0].fd, outcome.out);
        if (fds[1].fd >= 0 && fds[1].revents)
            read_some(fds[1].fd, outcome.err);
    }
    for (auto& fd : fds)
        if (fd.fd >= 0)
            close(fd.fd);
    return in_time;
}

// Waits for a child that has closed its outputs. A child that lives on past the deadline is stopped.
static int wait_for_end(pid_t pid, Outcome& outcome, Clock::time_point deadline) {
    int status = 0;
    while (!outcome.timed_out) {
        pid_t ended = waitpid(pid, &status, WNOHANG);
        if (ended != 0)
            return status;
        if (milliseconds_until(deadline) == 0)
            outcome.timed_out = true;
        else
            usleep(500);
    }
    kill(-pid, SIGKILL);
    waitpid(pid, &status, 0);
    return status;
}

Outcome run(const Command& command) {
    Outcome outcome;
    int out[2], err[2];
    if (pipe2(out, O_CLOEXEC) < 0) {
        outcome.failure = std::string("no pipe: ") + strerror(errno);
        return outcome;
    }
    if (pipe2(err, O_CLOEXEC) < 0) {
        close(out[0]);
        close(out[1]);
        outcome.failure = std::string("no pipe: ") + strerror(errno);
        return outcome;
    }
    auto deadline = Clock::now() + std::chrono::seconds(command.seconds);
    pid_t pid = start(command, out[1], err[1]);
    close(out[1]);
    close(err[1]);
    if (pid < 0) {
        close(out[0]);
        close(err[0]);
        outcome.failure = "cannot start " + command.arguments[0] + ": " + strerror(-pid);
        return outcome;
    }
    outcome.timed_out = !collect(out[0], err[0], outcome, deadline);
    int status = wait_for_end(pid, outcome, deadline);
    if (WIFSIGNALED(status) && !outcome.timed_out)
        outcome.signal = WTERMSIG(status);
    outcome.status = WIFSIGNALED(status) ? 128 + WTERMSIG(status) : WEXITSTATUS(status);
    return outcome;
}

} // namespace script_tests
