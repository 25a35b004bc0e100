// SPDX-License-Identifier: MIT
//
// select.select(), and the module's table (Library Reference, select).
#include "stdlib/select/epoll.hpp"
#include "stdlib/select/poll.hpp"
#include "stdlib/select/waiting.hpp"

#include <algorithm>
#include <climits>
#include <poll.h>
#include <sys/epoll.h>
#include <sys/select.h>
#include <vector>

namespace ouro::stdlib {

using namespace ouro::vm;

namespace {

// One of the three sequences: its objects and their descriptors in the same order.
struct Watched {
    List* objects = nullptr;
    std::vector<int> descriptors;
    fd_set set;

    void fill_set() {
        FD_ZERO(&set);
        for (int fd : descriptors)
            FD_SET(fd, &set);
    }
    int end() const {
        return descriptors.empty() ? 0 : *std::max_element(descriptors.begin(), descriptors.end()) + 1;
    }
};

} // namespace

static Result<void> read_sequence(VM& vm, Value sequence, Watched& watched) {
    auto iterator = get_iterator(vm, sequence);
    if (iterator.is_error() && is_exception_of(iterator.exception(), vm, ExceptionId::TypeError))
        return vm.type_error("arguments 1-3 must be sequences");
    Value items = TRY(std::move(iterator));
    watched.objects = make_list(vm);
    // A list is walked itself: fileno() of its items may change it.
    return for_each(vm, as_exact<List>(sequence) ? sequence : items, [&](Value item) -> Result<void> {
        int fd = TRY(granted_descriptor_of(vm, item));
        if (watched.descriptors.size() == FD_SETSIZE)
            return vm.value_error("too many file descriptors in select()");
        if (fd >= FD_SETSIZE)
            return vm.value_error("filedescriptor out of range in select()");
        watched.descriptors.push_back(fd);
        return list_append(vm, *watched.objects, item);
    });
}

static Result<Value> ready_objects(VM& vm, Watched& watched, bool none) {
    List* ready = make_list(vm);
    for (size_t i = 0; !none && i < watched.descriptors.size(); i++) {
        if (FD_ISSET(watched.descriptors[i], &watched.set))
            TRY(list_append(vm, *ready, (*watched.objects)[i]));
    }
    return ready;
}

static Result<Value> select_select(VM& vm, Value readers, Value writers, Value others, Value timeout) {
    int64_t duration = WAIT_FOR_EVER;
    if (!timeout.is_none()) {
        duration = TRY(wait_argument(vm, timeout, 1'000'000'000, "timeout must be a float or None"));
        if (duration < 0)
            return vm.value_error("timeout must be non-negative");
    }
    Watched watched[3];
    TRY(read_sequence(vm, readers, watched[0]));
    TRY(read_sequence(vm, writers, watched[1]));
    TRY(read_sequence(vm, others, watched[2]));
    int end = std::max({watched[0].end(), watched[1].end(), watched[2].end()});
    int count = TRY(waiting_call(vm, Deadline(vm, duration), [&](const timespec* left) {
        for (Watched& one : watched)
            one.fill_set();
        return ::pselect(end, &watched[0].set, &watched[1].set, &watched[2].set, left, nullptr);
    }));
    Value lists[3];
    for (size_t i = 0; i < std::size(watched); i++)
        lists[i] = TRY(ready_objects(vm, watched[i], count == 0));
    return make_tuple(vm, std::span<const Value>(lists));
}

static constexpr NativeDef MEMBERS[] = {
    fn<select_select>("select(rlist, wlist, xlist, timeout=None, /)",
                      "Wait until something of three sequences can be read, written, or has a condition."),
    fn<make_poll>("poll()", "An object that waits for descriptors that are registered with it."),
    type_constant("epoll", epoll_type),
    constant("PIPE_BUF", int64_t(PIPE_BUF)),
#define X(name) constant(#name, int64_t(name))
    X(POLLIN), X(POLLPRI), X(POLLOUT), X(POLLERR), X(POLLHUP), X(POLLNVAL), X(POLLRDNORM), X(POLLRDBAND),
    X(POLLWRNORM), X(POLLWRBAND), X(POLLMSG), X(POLLRDHUP),
#undef X
#define X(name) constant(#name, int64_t(uint32_t(name)))
    X(EPOLLIN), X(EPOLLOUT), X(EPOLLPRI), X(EPOLLERR), X(EPOLLHUP), X(EPOLLRDHUP), X(EPOLLET), X(EPOLLONESHOT),
    X(EPOLLEXCLUSIVE), X(EPOLLRDNORM), X(EPOLLRDBAND), X(EPOLLWRNORM), X(EPOLLWRBAND), X(EPOLLMSG), X(EPOLL_CLOEXEC),
#undef X
};

static Result<void> initialize_select(VM& vm, Module& module) {
    module_set(vm, module, "error", vm.exception_type(ExceptionId::OSError));
    return {};
}

extern const NativeModule select_module;
constinit const NativeModule select_module = {
    .name = "select",
    .doc = "Waiting until one of several files, pipes or sockets is ready.",
    .members = MEMBERS,
    .member_count = std::size(MEMBERS),
    .initialize = initialize_select,
};

} // namespace ouro::stdlib
