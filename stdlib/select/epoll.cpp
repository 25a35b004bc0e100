// SPDX-License-Identifier: MIT
//
// select.epoll objects: the system keeps what is registered (epoll(7)).
#include "stdlib/select/epoll.hpp"

#include "stdlib/os/descriptors.hpp"
#include "stdlib/select/waiting.hpp"
#include "vm/grants.hpp"

#include <algorithm>
#include <sys/epoll.h>
#include <unistd.h>
#include <vector>

namespace ouro::stdlib {

using namespace ouro::vm;

namespace {

struct Epoll : Object {
    static constexpr Kind KIND = Kind::Native;
    static constexpr const NativeType& native_type = epoll_type;
    int32_t fd; // -1: closed
};

} // namespace

// --- Making and closing --------------------------------------------------------------------------------------------

static Value make_epoll(VM& vm, Type* type, int fd) {
    auto* self = static_cast<Epoll*>(allocate_instance(vm, type));
    self->fd = fd;
    return self;
}

static Result<int> small_int(VM& vm, Value value) {
    auto number = to_int64(TRY(index(vm, value)));
    if (!number || *number > INT32_MAX || *number < INT32_MIN)
        return vm.overflow_error("Python int too large to convert to C int");
    return int(*number);
}

static Result<Value> epoll_new(VM& vm, Type* type, Value size, Value flags) {
    int hint = TRY(small_int(vm, size)), bits = TRY(small_int(vm, flags));
    if (hint == 0 || hint < -1)
        return vm.value_error("negative sizehint");
    if (bits & ~EPOLL_CLOEXEC)
        return vm.raise(ExceptionId::OSError, "invalid flags");
    if (vm.grants)
        return refuse_access(vm, "epoll objects");
    int fd = ::epoll_create1(EPOLL_CLOEXEC);
    if (fd < 0)
        return vm.os_error(errno);
    return make_epoll(vm, type, fd);
}

static Result<Value> epoll_fromfd(VM& vm, Value cls, Value value) {
    Type* type = TRY(class_argument(vm, cls, vm.native(epoll_type)));
    int fd = TRY(small_int(vm, value));
    TRY(check_descriptor(vm, fd));
    return make_epoll(vm, type, fd);
}

// That somebody else has closed the descriptor already is no error, as in CPython.
static void epoll_close(VM& vm, Epoll& self) {
    int fd = std::exchange(self.fd, -1);
    if (fd >= 0)
        (void)close_descriptor(vm, fd);
}

static void finalize_epoll(VM& vm, Object* object) { epoll_close(vm, *static_cast<Epoll*>(object)); }

static Result<int> open_descriptor_of(VM& vm, Epoll& self) {
    if (self.fd < 0)
        return vm.value_error("I/O operation on closed epoll object");
    TRY(check_descriptor(vm, self.fd));
    return self.fd;
}

static Result<Value> epoll_enter(VM& vm, Epoll& self) {
    TRY(open_descriptor_of(vm, self));
    return &self;
}
static void epoll_exit(VM& vm, Epoll& self, Args) { epoll_close(vm, self); }
static Result<int64_t> epoll_fileno(VM& vm, Epoll& self) { return int64_t(TRY(open_descriptor_of(vm, self))); }
static bool epoll_closed(Epoll& self) { return self.fd < 0; }

// --- What is registered --------------------------------------------------------------------------------------------

static Result<void> control(VM& vm, Epoll& self, int operation, Value file, uint32_t events) {
    TRY(open_descriptor_of(vm, self));
    int fd = TRY(granted_descriptor_of(vm, file));
    int epoll = TRY(open_descriptor_of(vm, self)); // fileno() of the file may have closed it
    epoll_event event{};
    event.events = events;
    event.data.fd = fd;
    if (::epoll_ctl(epoll, operation, fd, &event) < 0)
        return vm.os_error(errno);
    return {};
}

static Result<void> epoll_register(VM& vm, Epoll& self, Value file, Value events) {
    uint32_t bits = events.is_empty() ? EPOLLIN | EPOLLPRI | EPOLLOUT : TRY(low_bits(vm, events));
    return control(vm, self, EPOLL_CTL_ADD, file, bits);
}
static Result<void> epoll_modify(VM& vm, Epoll& self, Value file, Value events) {
    return control(vm, self, EPOLL_CTL_MOD, file, TRY(low_bits(vm, events)));
}
static Result<void> epoll_unregister(VM& vm, Epoll& self, Value file) {
    return control(vm, self, EPOLL_CTL_DEL, file, 0);
}

// --- Waiting -------------------------------------------------------------------------------------------------------

static Result<List*> epoll_poll(VM& vm, Epoll& self, Value timeout, Value most) {
    static constexpr int DEFAULT_MOST = FD_SETSIZE - 1;
    TRY(open_descriptor_of(vm, self));
    int64_t duration = WAIT_FOR_EVER;
    if (!timeout.is_none())
        duration = TRY(wait_argument(vm, timeout, 1'000'000'000, "timeout must be an integer or None"));
    int limit = TRY(small_int(vm, most));
    if (limit == -1)
        limit = DEFAULT_MOST;
    if (limit < 1)
        return vm.value_error("maxevents must be greater than 0, got {}", limit);
    TRY(vm.heap.reserve(size_t(limit) * sizeof(epoll_event)));
    int fd = TRY(open_descriptor_of(vm, self));
    std::vector<epoll_event> events(size_t{DEFAULT_MOST} < size_t(limit) ? size_t(limit) : size_t{DEFAULT_MOST});
    int count = TRY(waiting_call(vm, Deadline(vm, duration), [&](const timespec* left) {
        int milliseconds = -1;
        if (left)
            milliseconds = int(std::min<int64_t>(int64_t(left->tv_sec) * 1000 + (left->tv_nsec + 999'999) / 1'000'000,
                                                 INT32_MAX));
        return ::epoll_wait(fd, events.data(), limit, milliseconds);
    }));
    List* ready = make_list(vm);
    for (int i = 0; i < count; i++)
        TRY(list_append(vm, *ready,
                        make_tuple(vm, {make_int(vm, events[size_t(i)].data.fd),
                                        make_int(vm, int64_t(uint32_t(events[size_t(i)].events)))})));
    return ready;
}

static constexpr NativeDef MEMBERS[] = {
    fn<epoll_new>("__new__(cls, sizehint=-1, flags=0)"),
    class_fn<epoll_fromfd>("fromfd(cls, fd, /)", "An epoll object over an open descriptor of one."),
    fn<epoll_enter>("__enter__(self, /)"),
    fn<epoll_exit>("__exit__(self, /, *args)"),
    fn<epoll_close>("close(self, /)", "Close the descriptor."),
    fn<epoll_fileno>("fileno(self, /)", "The descriptor."),
    fn<epoll_register>("register(self, fd, eventmask=<unset>)", "Watch a descriptor for these events."),
    fn<epoll_modify>("modify(self, fd, eventmask)", "Watch a registered descriptor for other events."),
    fn<epoll_unregister>("unregister(self, fd)", "Watch a descriptor no more."),
    fn<epoll_poll>("poll(self, timeout=None, maxevents=-1)",
                   "Wait for that many seconds: a list of (descriptor, events)."),
    get<epoll_closed>("closed", "Is the descriptor closed?"),
};

constinit const NativeType epoll_type = {
    .name = "select.epoll",
    .base = nullptr,
    .kind = Kind::Native,
    .size = sizeof(Epoll),
    .visit = nullptr,
    .members = MEMBERS,
    .member_count = std::size(MEMBERS),
    .doc = "Waits for descriptors that are registered with it, of which there may be many.",
    .finalize = finalize_epoll,
};

} // namespace ouro::stdlib
