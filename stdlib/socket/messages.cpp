// SPDX-License-Identifier: MIT
//
// sendmsg and recvmsg: octets in several buffers, with ancillary data, in which descriptors travel (cmsg(3)).
#include "stdlib/socket/messages.hpp"

#include "stdlib/socket/address.hpp"
#include "stdlib/socket/transfer.hpp"

#include <algorithm>
#include <cstring>
#include <poll.h>
#include <sys/uio.h>
#include <vector>

namespace ouro::stdlib {

using namespace ouro::vm;

namespace {

// The buffers of a call. What owns their octets stands in a list, where the collector sees it.
class HeldBuffers {
public:
    explicit HeldBuffers(VM& vm) : m_owners(make_list(vm)) {}
    ~HeldBuffers() {
        for (size_t i = 0; i < m_owners->size(); i++)
            Buffer::release_export((*m_owners)[i].object());
    }
    HeldBuffers(const HeldBuffers&) = delete;
    HeldBuffers& operator=(const HeldBuffers&) = delete;

    Result<void> add(VM& vm, Buffer buffer) {
        TRY(list_reserve(vm, *m_owners, m_owners->size() + 1)); // so that the owner is listed or not taken
        m_parts.push_back({buffer.view.data, buffer.view.length});
        m_size += buffer.view.length;
        return list_append(vm, *m_owners, buffer.detach());
    }
    std::vector<iovec>& parts() { return m_parts; }
    size_t size() const { return m_size; }

    // The parts that the system works on: the buffers themselves, or parts of `own` of the same sizes.
    Result<std::vector<iovec>> system_parts(VM& vm, OwnOctets& own) {
        std::vector<iovec> parts = m_parts;
        if (vm.threads.size() > 1) {
            TRY(own.allocate(vm, std::max<size_t>(m_size, 1)));
            char* at = own.data();
            for (iovec& part : parts) {
                part.iov_base = at;
                at += part.iov_len;
            }
        }
        return parts;
    }

private:
    List* m_owners;
    std::vector<iovec> m_parts;
    size_t m_size = 0;
};

} // namespace

// The items of the iterable that argument `number` of a method must be.
static Result<Tuple*> iterable_argument(VM& vm, Value value, const char* message) {
    auto iterator = get_iterator(vm, value);
    if (iterator.is_error() && is_exception_of(iterator.exception(), vm, ExceptionId::TypeError))
        return vm.type_error("{}", message);
    return tuple_from(vm, TRY(std::move(iterator)));
}

// --- Ancillary data --------------------------------------------------------------------------------------------------

// The size of `length` octets with their header, if the system can express it.
static Result<size_t> control_size(VM& vm, int64_t length, bool padded, const char* method) {
    int64_t rest = padded ? CMSG_SPACE(1) : CMSG_LEN(0);
    if (length < 0 || length > INT32_MAX - rest)
        return vm.overflow_error("{}() argument out of range", method);
    return padded ? CMSG_SPACE(size_t(length)) : CMSG_LEN(size_t(length));
}
Result<int64_t> cmsg_length(VM& vm, Value length) {
    return int64_t(TRY(control_size(vm, TRY(size_value(vm, length)), false, "CMSG_LEN")));
}
Result<int64_t> cmsg_space(VM& vm, Value length) {
    return int64_t(TRY(control_size(vm, TRY(size_value(vm, length)), true, "CMSG_SPACE")));
}

// Appends one item (level, type, data) to the control octets.
static Result<void> append_control(VM& vm, std::vector<char>& control, Value item) {
    static constexpr const char* WHERE = "[sendmsg() ancillary data items]()";
    if (!as<Tuple>(item) && !as<List>(item))
        return vm.type_error("{} argument must be 3-item sequence, not {}", WHERE, vm.type_name(item));
    Tuple& parts = *TRY(tuple_from(vm, item));
    if (parts.size() != 3)
        return vm.type_error("{} argument must be sequence of length 3, not {}", WHERE, parts.size());
    cmsghdr header{};
    header.cmsg_level = TRY(c_int(vm, parts[0]));
    header.cmsg_type = TRY(c_int(vm, parts[1]));
    Buffer data = TRY(Buffer::of(vm, parts[2]));
    size_t length = data.view.length, before = control.size();
    if (length > INT32_MAX || before + CMSG_SPACE(length) > size_t(INT32_MAX))
        return vm.raise(ExceptionId::OSError, before ? "too much ancillary data" : "ancillary data item too large");
    TRY(vm.heap.reserve(CMSG_SPACE(length)));
    header.cmsg_len = CMSG_LEN(length);
    control.resize(before + CMSG_SPACE(length));
    memcpy(control.data() + before, &header, sizeof header);
    memcpy(control.data() + before + CMSG_LEN(0), data.view.data, length);
    return {};
}

// The items of what was received, whose last one may have been cut.
static Result<List*> control_value(VM& vm, msghdr& message) {
    List* items = make_list(vm);
    const char* end = static_cast<const char*>(message.msg_control) + message.msg_controllen;
    for (cmsghdr* item = CMSG_FIRSTHDR(&message); item; item = CMSG_NXTHDR(&message, item)) {
        if (item->cmsg_len < CMSG_LEN(0))
            break;
        const char* data = reinterpret_cast<const char*>(CMSG_DATA(item));
        size_t room = data < end ? size_t(end - data) : 0;
        Value octets = TRY(make_bytes(vm, {data, std::min(item->cmsg_len - CMSG_LEN(0), room)}));
        TRY(list_append(vm, *items,
                        make_tuple(vm, {make_int(vm, item->cmsg_level), make_int(vm, item->cmsg_type), octets})));
    }
    return items;
}

// --- Sending -------------------------------------------------------------------------------------------------------

Result<int64_t> socket_sendmsg(VM& vm, Socket& self, Value buffers, Value ancillary, Value flags, Value address) {
    Tuple& parts = *TRY(iterable_argument(vm, buffers, "sendmsg() argument 1 must be an iterable"));
    HeldBuffers held(vm);
    for (size_t i = 0; i < parts.size(); i++)
        TRY(held.add(vm, TRY(Buffer::of(vm, parts[i]))));
    Tuple& items = *TRY(iterable_argument(vm, ancillary, "sendmsg() argument 2 must be an iterable"));
    std::vector<char> control;
    for (size_t i = 0; i < items.size(); i++)
        TRY(append_control(vm, control, items[i]));
    int bits = TRY(c_int(vm, flags));
    TRY(usable_descriptor(vm, self));
    SocketAddress to;
    if (!address.is_none())
        to = TRY(address_argument(vm, self, address, "sendmsg"));
    OwnOctets own;
    std::vector<iovec> system = TRY(held.system_parts(vm, own));
    for (size_t i = 0; own.data() && i < system.size(); i++)
        memcpy(system[i].iov_base, held.parts()[i].iov_base, system[i].iov_len);
    msghdr message{};
    message.msg_name = to.length ? to.system() : nullptr;
    message.msg_namelen = to.length;
    message.msg_iov = system.data();
    message.msg_iovlen = system.size();
    message.msg_control = control.empty() ? nullptr : control.data();
    message.msg_controllen = control.size();
    Deadline deadline(vm, self.timeout);
    auto call = [&](int fd) { return ::sendmsg(fd, &message, bits); };
    return int64_t(TRY(socket_call(vm, self, POLLOUT, deadline, call)));
}

// --- Receiving -----------------------------------------------------------------------------------------------------

namespace {

// What recvmsg gives besides the octets.
struct Received {
    size_t count;
    List* ancillary;
    int flags;
    Value address;
};

} // namespace

static Result<Received> receive_message(VM& vm, Socket& self, std::vector<iovec>& parts, size_t control_room,
                                        int flags) {
    TRY(vm.heap.reserve(control_room));
    std::vector<char> control(control_room);
    SocketAddress from;
    msghdr message{};
    Deadline deadline(vm, self.timeout);
    auto call = [&](int fd) {
        from.make_room();
        message = {};
        message.msg_name = from.system();
        message.msg_namelen = from.length;
        message.msg_iov = parts.data();
        message.msg_iovlen = parts.size();
        message.msg_control = control.empty() ? nullptr : control.data();
        message.msg_controllen = control.size();
        return ::recvmsg(fd, &message, flags);
    };
    Received received{};
    received.count = size_t(TRY(socket_call(vm, self, POLLIN, deadline, call)));
    received.flags = message.msg_flags;
    received.ancillary = TRY(control_value(vm, message));
    from.length = message.msg_namelen;
    received.address = TRY(address_value(vm, from));
    return received;
}

static Value message_value(VM& vm, Value first, const Received& received) {
    return make_tuple(vm, {first, Value(received.ancillary), make_int(vm, received.flags), received.address});
}

static Result<size_t> control_room_argument(VM& vm, Value size) {
    int64_t room = TRY(size_value(vm, size));
    if (room < 0 || room > INT32_MAX)
        return vm.value_error("invalid ancillary data buffer length");
    return size_t(room);
}

Result<Value> socket_recvmsg(VM& vm, Socket& self, Value size, Value control_size, Value flags) {
    int64_t wanted = TRY(size_value(vm, size));
    if (wanted < 0)
        return vm.value_error("negative buffer size in recvmsg()");
    size_t room = TRY(control_room_argument(vm, control_size));
    int bits = TRY(c_int(vm, flags));
    OwnOctets own;
    TRY(own.allocate(vm, std::max<size_t>(size_t(wanted), 1)));
    std::vector<iovec> parts{{own.data(), size_t(wanted)}};
    Received received = TRY(receive_message(vm, self, parts, room, bits));
    Value octets = TRY(make_bytes(vm, {own.data(), received.count}));
    return message_value(vm, octets, received);
}

Result<Value> socket_recvmsg_into(VM& vm, Socket& self, Value buffers, Value control_size, Value flags) {
    static constexpr const char* WANTED = "recvmsg_into() argument 1 must be an iterable of single-segment read-write "
                                          "buffers";
    Tuple& targets = *TRY(iterable_argument(vm, buffers, "recvmsg_into() argument 1 must be an iterable"));
    HeldBuffers held(vm);
    for (size_t i = 0; i < targets.size(); i++) {
        auto buffer = Buffer::writable(vm, targets[i], "recvmsg_into() argument 1");
        if (buffer.is_error() && is_exception_of(buffer.exception(), vm, ExceptionId::TypeError))
            return vm.type_error("{}", WANTED);
        TRY(held.add(vm, TRY(std::move(buffer))));
    }
    size_t room = TRY(control_room_argument(vm, control_size));
    int bits = TRY(c_int(vm, flags));
    OwnOctets own;
    std::vector<iovec> parts = TRY(held.system_parts(vm, own));
    Received received = TRY(receive_message(vm, self, parts, room, bits));
    size_t left = own.data() ? received.count : 0; // to be copied to where it belongs
    for (size_t i = 0; left; i++) {
        size_t count = std::min(left, parts[i].iov_len);
        memcpy(held.parts()[i].iov_base, parts[i].iov_base, count);
        left -= count;
    }
    return message_value(vm, make_int(vm, int64_t(received.count)), received);
}

} // namespace ouro::stdlib
