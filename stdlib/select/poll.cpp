// SPDX-License-Identifier: MIT
//
// select.poll objects: descriptors with what is awaited of each, in the order in which they were registered. They stand
// in a dict of the object; each poll() works on a copy of its own.
#include "stdlib/select/poll.hpp"

#include "stdlib/select/waiting.hpp"

#include <cmath>
#include <poll.h>
#include <vector>

namespace ouro::stdlib {

using namespace ouro::vm;

namespace {

struct Poll : Object {
    static constexpr Kind KIND = Kind::Native;
    static constexpr const NativeType& native_type = poll_type;
    Dict* registered;  // descriptor: events
    bool is_in_use;    // a thread waits with it
};

void visit_poll(Object* object, Visitor& visitor) { visitor.visit(static_cast<Poll*>(object)->registered); }

// While it lives, its thread is the one that waits with the object.
class PollUse {
public:
    explicit PollUse(Poll& poll) : m_poll(poll) { m_poll.is_in_use = true; }
    ~PollUse() { m_poll.is_in_use = false; }
    PollUse(const PollUse&) = delete;
    PollUse& operator=(const PollUse&) = delete;

private:
    Poll& m_poll;
};

} // namespace

Result<Value> make_poll(VM& vm) {
    auto* poll = static_cast<Poll*>(allocate_instance(vm, vm.native(poll_type)));
    Heap::store(poll, poll->registered, make_dict(vm));
    return poll;
}

static Result<int64_t> event_mask(VM& vm, Value value) {
    if (!is_int(value))
        return vm.type_error("an integer is required");
    if (int_sign(value) < 0)
        return vm.value_error("value must be positive");
    auto mask = to_int64(value);
    if (!mask && int_bit_length(value) > 64)
        return vm.overflow_error("Python int too large to convert to C unsigned long");
    if (!mask || *mask > UINT16_MAX)
        return vm.overflow_error("Python int too large for C unsigned short");
    return *mask;
}

static Result<void> poll_register(VM& vm, Poll& self, Value file, Value events) {
    int fd = TRY(granted_descriptor_of(vm, file));
    int64_t mask = events.is_empty() ? POLLIN | POLLPRI | POLLOUT : TRY(event_mask(vm, events));
    return dict_set(vm, *self.registered, make_int(vm, fd), make_int(vm, mask));
}

static Result<void> poll_modify(VM& vm, Poll& self, Value file, Value events) {
    Value fd = make_int(vm, TRY(descriptor_of(vm, file)));
    int64_t mask = TRY(event_mask(vm, events));
    if (!TRY(dict_get(vm, *self.registered, fd)))
        return vm.os_error(ENOENT);
    return dict_set(vm, *self.registered, fd, make_int(vm, mask));
}

static Result<void> poll_unregister(VM& vm, Poll& self, Value file) {
    Value fd = make_int(vm, TRY(descriptor_of(vm, file)));
    if (!TRY(dict_remove(vm, *self.registered, fd)))
        return vm.key_error(fd);
    return {};
}

// Milliseconds; None and negative numbers: for ever.
static Result<int64_t> poll_duration(VM& vm, Value timeout) {
    static constexpr int64_t MILLISECOND = 1'000'000;
    if (timeout.is_none())
        return WAIT_FOR_EVER;
    int64_t duration = TRY(wait_argument(vm, timeout, MILLISECOND, "timeout must be an integer or None"));
    if (duration > INT32_MAX * MILLISECOND)
        return vm.overflow_error("timeout is too large");
    return duration < 0 ? WAIT_FOR_EVER : duration;
}

static Result<List*> poll_poll(VM& vm, Poll& self, Value timeout) {
    int64_t duration = TRY(poll_duration(vm, timeout));
    if (self.is_in_use)
        return vm.runtime_error("concurrent poll() invocation");
    std::vector<pollfd> entries;
    for (DictEntry& entry : *self.registered) {
        if (entry.key)
            entries.push_back({int(*to_int64(entry.key)), short(*to_int64(entry.value)), 0});
    }
    PollUse use(self);
    TRY(waiting_call(vm, Deadline(vm, duration), [&](const timespec* left) {
        return ::ppoll(entries.data(), entries.size(), left, nullptr);
    }));
    List* ready = make_list(vm);
    for (const pollfd& entry : entries) {
        if (entry.revents)
            TRY(list_append(vm, *ready,
                            make_tuple(vm, {make_int(vm, entry.fd), make_int(vm, uint16_t(entry.revents))})));
    }
    return ready;
}

static constexpr NativeDef MEMBERS[] = {
    fn<poll_register>("register(self, fd, eventmask=<unset>, /)", "Watch a descriptor for these events."),
    fn<poll_modify>("modify(self, fd, eventmask, /)", "Watch a registered descriptor for other events."),
    fn<poll_unregister>("unregister(self, fd, /)", "Watch a descriptor no more."),
    fn<poll_poll>("poll(self, timeout=None, /)", "Wait for that many milliseconds: a list of (descriptor, events)."),
};

constinit const NativeType poll_type = {
    .name = "select.poll",
    .base = nullptr,
    .kind = Kind::Native,
    .size = sizeof(Poll),
    .flags = Type::FINAL | Type::NO_NEW,
    .visit = visit_poll,
    .members = MEMBERS,
    .member_count = std::size(MEMBERS),
};

} // namespace ouro::stdlib
