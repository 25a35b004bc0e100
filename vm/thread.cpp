// SPDX-License-Identifier: MIT
//
// A thread's stacks: how they are made and found; threads that others start.
#include "vm/thread.hpp"

#include "vm/blocking.hpp"
#include "vm/monotonic_clock.hpp"

#include <algorithm>
#include <cstring>
#include <memory>
#include <new>
#include <sys/auxv.h>
#include <sys/mman.h>
#include <sys/resource.h>
#include <unistd.h>

namespace ouro::vm {

namespace {

// The stacks of frames and registers are reserved at once and take memory as they are used. Where address space is
// limited (ulimit -v, no overcommitment) less is tried. Their ends are an end to what sys.setrecursionlimit allows.
constexpr size_t LARGEST_STACK_BYTES = size_t(4) << 30;
constexpr size_t LEAST_STACK_BYTES = size_t(1) << 20;
// Native code must be able to run this far beyond the check (deepest leaf call chain, with sanitizers). A thread with a
// small stack keeps half of it for that: enough but for GMP, which asks (reserve_scratch).
constexpr size_t NATIVE_STACK_RESERVE = 192 * 1024;

#ifdef __SANITIZE_THREAD__
// ThreadSanitizer notes the calls under way in a table of 65,536 entries, and a frame takes 32 bytes at least.
constexpr size_t NATIVE_STACK_USED = size_t(2) << 20;
#else
constexpr size_t NATIVE_STACK_USED = SIZE_MAX;
#endif

size_t largest_stack() {
    size_t room = size_t(sysconf(_SC_PHYS_PAGES)) * size_t(sysconf(_SC_PAGESIZE)) / 8;
    rlimit limit;
    if (getrlimit(RLIMIT_AS, &limit) == 0 && limit.rlim_cur != RLIM_INFINITY)
        room = std::min(room, size_t(limit.rlim_cur) / 16);
    return std::clamp(room & ~size_t(0xFFFF), LEAST_STACK_BYTES, LARGEST_STACK_BYTES);
}

// Maps up to `bytes`, which becomes what there is.
void* map_stack(size_t& bytes) {
    for (;; bytes /= 2) {
        void* memory =
            mmap(nullptr, bytes, PROT_READ | PROT_WRITE, MAP_PRIVATE | MAP_ANONYMOUS | MAP_NORESERVE, -1, 0);
        if (memory != MAP_FAILED)
            return memory;
        if (bytes <= LEAST_STACK_BYTES)
            throw std::bad_alloc();
    }
}

// The main thread's stack, without reading /proc/self/maps as pthread_getattr_np does: it ends behind the name of the
// program, which the kernel puts there first, and grows down to its limit. False where that is not so.
bool find_main_stack(void*& lowest, size_t& size) {
    auto* name = reinterpret_cast<const char*>(getauxval(AT_EXECFN));
    rlimit limit;
    if (!name || gettid() != getpid() || getrlimit(RLIMIT_STACK, &limit) != 0 || limit.rlim_cur > (size_t(1) << 32))
        return false;
    uintptr_t text_end = reinterpret_cast<uintptr_t>(name) + std::strlen(name) + sizeof(uint64_t);
    uintptr_t end = (text_end + 4096) & ~uintptr_t(4095);
    auto here = reinterpret_cast<uintptr_t>(__builtin_frame_address(0));
    if (limit.rlim_cur > end || here < end - limit.rlim_cur || here >= end)
        return false;
    size = limit.rlim_cur;
    lowest = reinterpret_cast<void*>(end - size);
    return true;
}

// While there are several threads, VM::virtual_elapsed lacks the time of the system's clock (vm/async/clock.cpp).
void shift_virtual_time(VM& vm, int sign) {
    if (vm.time_is_virtual)
        vm.virtual_elapsed += sign * monotonic_now();
}

} // namespace

Thread::Thread(VM& vm) : vm(vm), lock(vm.shared_lock) {
    size_t frame_bytes = largest_stack() / 2, register_bytes = largest_stack();
    frames = next_frame = static_cast<Frame*>(map_stack(frame_bytes));
    frames_end = reinterpret_cast<Frame*>(reinterpret_cast<char*>(frames) + frame_bytes);
    registers = static_cast<Value*>(map_stack(register_bytes));
    registers_end = registers + register_bytes / sizeof(Value);
    current_task = Value::none();
    vm.threads.push_back(this);
    if (vm.threads.size() == 2)
        shift_virtual_time(vm, -1);
}

Thread::~Thread() {
    std::erase(vm.threads, this);
    if (vm.threads.size() == 1)
        shift_virtual_time(vm, 1);
    munmap(frames, size_t(reinterpret_cast<char*>(frames_end) - reinterpret_cast<char*>(frames)));
    munmap(registers, size_t(reinterpret_cast<char*>(registers_end) - reinterpret_cast<char*>(registers)));
}

void Thread::attach_native_stack() {
    native = pthread_self();
    pthread_attr_t attributes;
    void* lowest = nullptr;
    size_t size = 0;
    if (!find_main_stack(lowest, size)) {
        OURO_VERIFY(pthread_getattr_np(pthread_self(), &attributes) == 0);
        pthread_attr_getstack(&attributes, &lowest, &size);
        pthread_attr_destroy(&attributes);
    }
    native_stack_base = reinterpret_cast<uintptr_t>(lowest) + size;
    native_stack_reserve = std::min(size / 2, NATIVE_STACK_RESERVE);
    native_stack_limit = native_stack_base - std::min(size - native_stack_reserve, NATIVE_STACK_USED);
}

// --- Idle threads ---------------------------------------------------------------------------------------------------

static void wake_idle_loops(VM& vm) {
    if (!std::ranges::all_of(vm.threads, &Thread::is_idle))
        return;
    for (Thread* thread : vm.threads) {
        if (WakeHandle* loop = std::exchange(thread->idle_loop, nullptr))
            loop->wake();
    }
}

IdleScope::IdleScope(Thread& thread, WakeHandle* loop) : m_thread(thread) {
    thread.is_idle = true;
    thread.idle_loop = loop;
    if (!loop && thread.vm.threads.size() > 1)
        wake_idle_loops(thread.vm);
}

IdleScope::~IdleScope() {
    m_thread.is_idle = false;
    m_thread.idle_loop = nullptr;
}

bool others_may_act(const Thread& self) {
    return std::ranges::any_of(self.vm.threads, [&](Thread* other) { return other != &self && !other->is_idle; });
}

// --- Native threads -------------------------------------------------------------------------------------------------

namespace {

struct Start {
    VM& vm;
    std::unique_ptr<Thread> thread;
    NativeThread::Body body;
};

// There may not be enough left even for that.
void report_lost_memory(VM& vm) {
    try {
        vm.report_unraisable(vm.memory_error().exception, "a native thread");
    } catch (const std::bad_alloc&) {
    }
}

void* run_thread(void* argument) {
    std::unique_ptr<Start> start(static_cast<Start*>(argument));
    VM& vm = start->vm; // perhaps gone already: the lock alone outlives it
    std::shared_ptr<ThreadLock> lock = start->thread->lock;
    start->thread->attach_native_stack();
    lock->acquire(*start->thread, Claim::Turn); // does not return once the VM has ended
    try {
        start->body(vm);
    } catch (const std::bad_alloc&) { // of a container of its own; scripts get theirs in run()
        report_lost_memory(vm);
    }
    start.reset(); // while it holds the VM
    wake_idle_loops(vm);
    lock->release();
    return nullptr;
}

} // namespace

NativeThread::~NativeThread() { OURO_VERIFY(!m_is_running); }

Result<void> NativeThread::start(VM& vm, Body body, size_t stack_bytes) {
    auto start = std::make_unique<Start>(Start{vm, std::make_unique<Thread>(vm), std::move(body)});
    pthread_attr_t attributes;
    pthread_attr_init(&attributes);
    if (stack_bytes)
        pthread_attr_setstacksize(&attributes, stack_bytes); // refused: as the system likes
    int error = pthread_create(&m_native, &attributes, run_thread, start.get());
    pthread_attr_destroy(&attributes);
    if (error)
        return vm.runtime_error("can't start new thread");
    (void)start.release(); // the new thread's
    m_is_running = true;
    return {};
}

void NativeThread::join(VM& vm) {
    BlockingScope scope(vm);
    pthread_join(m_native, nullptr);
    m_is_running = false;
}

void NativeThread::detach() {
    pthread_detach(m_native);
    m_is_running = false;
}

} // namespace ouro::vm
