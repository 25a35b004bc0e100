// SPDX-License-Identifier: MIT
//
// The n-th allocation fails, for each n: whatever the script, the command ends by itself, never by a signal. Counted
// are the calls of operator new and, but under sanitizers, of mmap: all that the engine asks of the system. Each run is
// a process of its own, forked, that runs the script as the `ouro` command does.
//
//     failing_allocations [--runs N] [--without FOLDER] [--only K | --from K] PLACE ...
//
// A place is a script or a folder of them. --runs: so many runs of each script (100), spread over its allocations; in
// every other one all allocations fail from there on. What scripts leave behind goes to a temporary folder. --without:
// scripts in folders of that name are left out.
// --only K: fails once at the K-th, --from K: at that and all after it; shows what the script prints, to be looked at
// in a debugger.
#include "repl/session.hpp"

#include <algorithm>
#include <cerrno>
#include <csignal>
#include <cstdint>
#include <cstdio>
#include <cstdlib>
#include <cstring>
#include <fcntl.h>
#include <filesystem>
#include <new>
#include <set>
#include <string>
#include <sys/mman.h>
#include <sys/syscall.h>
#include <sys/wait.h>
#include <unistd.h>
#include <vector>

namespace {

// Of a run: its allocations are counted, and fail from the first to the last of these numbers.
struct Plan {
    int64_t first = INT64_MAX, last = INT64_MAX;
};

bool is_counting = false;
int64_t made = 0;
Plan plan;

bool is_refused() {
    if (!is_counting)
        return false;
    int64_t number = made++;
    return number >= plan.first && number <= plan.last;
}

} // namespace

void* operator new(size_t bytes) {
    void* memory = is_refused() ? nullptr : std::malloc(bytes);
    if (!memory)
        throw std::bad_alloc();
    return memory;
}
void* operator new(size_t bytes, const std::nothrow_t&) noexcept { return is_refused() ? nullptr : std::malloc(bytes); }
void* operator new[](size_t bytes) { return operator new(bytes); }
void* operator new[](size_t bytes, const std::nothrow_t& tag) noexcept { return operator new(bytes, tag); }
void operator delete(void* memory) noexcept { std::free(memory); }
void operator delete[](void* memory) noexcept { std::free(memory); }
void operator delete(void* memory, size_t) noexcept { std::free(memory); }
void operator delete[](void* memory, size_t) noexcept { std::free(memory); }

#ifndef OURO_SANITIZED
extern "C" void* mmap(void* address, size_t bytes, int protection, int flags, int file, off_t offset) noexcept {
    if (is_refused()) {
        errno = ENOMEM;
        return MAP_FAILED;
    }
    return reinterpret_cast<void*>(syscall(SYS_mmap, address, bytes, protection, flags, file, offset));
}
#endif

namespace {

constexpr unsigned SECONDS_OF_A_RUN = 60;

int run_script(const std::string& path) {
    ouro::repl::CommandLine line;
    const char* arguments[] = {"ouro", "--virtual-time", path.c_str()};
    if (auto status = ouro::repl::parse(std::size(arguments), arguments, line))
        return *status;
    is_counting = true;
    int status = 1;
    try {
        status = (new ouro::repl::Session(line))->run();
    } catch (const std::bad_alloc&) { // as main() has it
    }
    is_counting = false;
    return status;
}

struct Run {
    int status; // as waitpid gives it
    int64_t allocations; // that it made; -1 when it was not able to tell
};

[[noreturn]] void be_the_run(const std::string& path, Plan given, int64_t* report, bool is_shown) {
    if (!is_shown) {
        int nowhere = open("/dev/null", O_RDWR);
        for (int stream : {0, 1, 2})
            dup2(nowhere, stream);
    }
    std::signal(SIGPIPE, SIG_IGN); // as main() has it
    plan = given;
    alarm(SECONDS_OF_A_RUN);
    int status = run_script(path);
    *report = made;
    _exit(status);
}

// The number comes back in memory that both share: a script may close whatever descriptor there is.
Run run(const std::string& path, Plan given, bool is_shown = false) {
    static void* shared =
        mmap(nullptr, sizeof(int64_t), PROT_READ | PROT_WRITE, MAP_SHARED | MAP_ANONYMOUS, -1, 0);
    if (shared == MAP_FAILED)
        std::abort();
    auto* report = static_cast<int64_t*>(shared);
    *report = -1;
    std::fflush(nullptr);
    pid_t child = fork();
    if (child == 0)
        be_the_run(path, given, report, is_shown);
    Run result{};
    waitpid(child, &result.status, 0);
    for (const auto& left : std::filesystem::directory_iterator("."))
        std::filesystem::remove_all(left);
    result.allocations = *report;
    return result;
}

// Runs the script again and again; the number of runs that a signal ended.
int test_script(const std::string& path, int64_t runs) {
    Run whole = run(path, {});
    if (WIFSIGNALED(whole.status) || whole.allocations < 0) {
        std::printf("FAILED %s: does not end by itself\n", path.c_str());
        return 1;
    }
    int failures = 0;
    int64_t count = std::min(runs, 2 * whole.allocations);
    for (int64_t i = 0; i < count; i++) {
        int64_t first = int64_t(double(i) / double(count) * double(whole.allocations));
        bool is_once = i % 2 == 0;
        Run failing = run(path, {first, is_once ? first : INT64_MAX});
        if (!WIFSIGNALED(failing.status))
            continue;
        failures++;
        std::printf("FAILED %s: signal %d when allocation %lld fails%s\n", path.c_str(), WTERMSIG(failing.status),
                    static_cast<long long>(first), is_once ? "" : " and all after it");
        std::fflush(stdout);
    }
    return failures;
}

} // namespace

int main(int count, char** arguments) {
    namespace fs = std::filesystem;
    int64_t runs = 100, only = -1, last = -1;
    std::vector<std::string> scripts;
    std::set<std::string> left_out; // folders whose scripts start Ouro again, which this program is not
    for (int i = 1; i < count; i++) {
        std::string argument = arguments[i];
        if (argument == "--runs" && i + 1 < count) {
            runs = std::atoll(arguments[++i]);
        } else if (argument == "--without" && i + 1 < count) {
            left_out.insert(arguments[++i]);
        } else if (argument == "--only" && i + 1 < count) {
            only = last = std::atoll(arguments[++i]);
        } else if (argument == "--from" && i + 1 < count) {
            only = std::atoll(arguments[++i]);
            last = INT64_MAX;
        } else if (fs::is_directory(argument)) {
            for (const auto& entry : fs::recursive_directory_iterator(argument)) {
                if (fs::exists(fs::path(entry.path()).replace_extension(".out"))) // others are modules for these
                    scripts.push_back(fs::absolute(entry.path()).replace_extension(".py"));
            }
        } else {
            scripts.push_back(fs::absolute(argument));
        }
    }
    std::erase_if(scripts, [&](const fs::path& script) { return left_out.contains(script.parent_path().filename()); });
    std::sort(scripts.begin(), scripts.end());
    scripts.erase(std::unique(scripts.begin(), scripts.end()), scripts.end());
    char folder[] = "/tmp/failing_allocations.XXXXXX";
    if (!mkdtemp(folder) || chdir(folder) != 0 || setenv("TMPDIR", folder, true) != 0)
        return 2; // what a run leaves there is removed after it
    int failures = 0;
    for (const std::string& script : scripts)
        failures += only >= 0 ? run(script, {only, last}, true).status != 0 : test_script(script, runs);
    fs::remove_all(folder);
    std::printf("%zu scripts, %d runs failed\n", scripts.size(), failures);
    return failures != 0 || scripts.empty();
}
