// SPDX-License-Identifier: MIT
//
// Reading of buffered files: read, read1, readinto, readline, peek, iteration.
#include "stdlib/io/buffered.hpp"

#include "stdlib/os/descriptors.hpp"

#include "vm/model/buffer.hpp"

#include <cstring>

namespace ouro::stdlib {

using namespace ouro::vm;

// A plain file's first piece is small, since most files are.
static size_t fill_size(const Buffered& self) {
    if (!plain_file(self.raw))
        return self.capacity;
    size_t has = self.storage ? self.storage->capacity_bytes() : 0;
    bool was_full = has > 0 && self.end >= has; // the last piece took all the room: there is more
    return std::min<size_t>(self.capacity, was_full ? self.capacity : has);
}

Result<int64_t> buffered_fill_locked(VM& vm, Buffered& self) {
    if (self.ahead() > 0)
        return int64_t(self.ahead());
    if (self.holds_output)
        TRY(buffered_flush_locked(vm, self));
    if (!self.storage)
        TRY(make_room(vm, self, 1));
    size_t size = fill_size(self);
    self.start = self.end = 0;
    TRY(make_room(vm, self, size));
    int64_t count = TRY(raw_read_locked(vm, self, 0, size));
    self.end = uint64_t(std::max<int64_t>(count, 0));
    return count;
}

Result<std::string_view> buffered_take_locked(VM& vm, Buffered& self, size_t most) {
    TRY(buffered_fill_locked(vm, self));
    std::string_view taken = self.held().substr(0, most);
    self.start += taken.size();
    return taken;
}

static void give(Buffered& self, char*& target, size_t& wanted) {
    std::string_view part = self.held().substr(0, wanted);
    if (!part.empty())
        memcpy(target, part.data(), part.size());
    self.start += part.size();
    target += part.size();
    wanted -= part.size();
}

// Fills `wanted` octets of `target` as far as there are so many: with a read straight into it where the buffer would
// only be a detour and `can_bypass`. With `once`, no more reads of the raw file than needed for anything at all. How
// many it got, or BLOCKED for none at all.
static Result<int64_t> read_into_locked(VM& vm, Buffered& self, char* target, size_t wanted, bool can_bypass,
                                        bool once) {
    char* begin = target;
    if (self.holds_output)
        TRY(buffered_flush_locked(vm, self));
    give(self, target, wanted);
    bool is_blocked = false;
    while (wanted > 0 && !(once && target > begin)) {
        int64_t count;
        FileIO* file = can_bypass && wanted >= self.capacity ? plain_file(self.raw) : nullptr;
        if (file) {
            size_t blocks = once ? wanted : wanted - wanted % self.capacity;
            count = TRY(file_read_octets(vm, *file, target, blocks));
            target += std::max<int64_t>(count, 0);
            wanted -= size_t(std::max<int64_t>(count, 0));
        } else {
            count = TRY(buffered_fill_locked(vm, self));
            give(self, target, wanted);
        }
        is_blocked = count == BLOCKED;
        if (count <= 0)
            break;
    }
    return is_blocked && target == begin ? BLOCKED : int64_t(target - begin);
}

// --- read ------------------------------------------------------------------------------------------------------------

// What a raw file of a script has left, by its readall(), or by read() where it has none.
static Result<Value> raw_read_all(VM& vm, Value raw) {
    if (Value readall = TRY(find_attribute(vm, raw, "readall"))) {
        Value data = TRY(call(vm, readall, {}));
        if (!as<Bytes>(data) && !data.is_none())
            return vm.type_error("readall() should return bytes");
        return data;
    }
    std::string data;
    for (;;) {
        Value part = TRY(call_method(vm, raw, "read", {}));
        Bytes* bytes = as<Bytes>(part);
        if (!bytes && !part.is_none())
            return vm.type_error("read() should return bytes");
        if (!bytes || bytes->length == 0)
            return data.empty() ? part : Value(TRY(make_bytes(vm, data)));
        TRY(vm.heap.reserve(data.size() + bytes->length));
        data.append(bytes->view());
    }
}

Result<Value> buffered_read_all_locked(VM& vm, Buffered& self) {
    if (self.holds_output)
        TRY(buffered_flush_locked(vm, self));
    std::string head(self.held());
    self.start = self.end = 0;
    FileIO* file = plain_file(self.raw);
    Value rest = file ? TRY(file_read_all(vm, *file)) : TRY(raw_read_all(vm, self.raw));
    if (head.empty())
        return rest;
    if (Bytes* bytes = as<Bytes>(rest)) {
        TRY(vm.heap.reserve(head.size() + bytes->length));
        head.append(bytes->view());
    }
    return TRY(make_bytes(vm, head));
}

// Reads beyond what is held: so many octets, or as many as there are.
static Result<Value> read_count_locked(VM& vm, Buffered& self, size_t wanted) {
    Bytes* bytes = TRY(make_bytes_uninitialized(vm, wanted));
    int64_t count = TRY(read_into_locked(vm, self, bytes->data(), wanted, true, false));
    if (count == BLOCKED)
        return Value::none();
    return size_t(count) == wanted ? Value(bytes) : Value(TRY(make_bytes(vm, bytes->view().substr(0, size_t(count)))));
}

Result<Value> buffered_read(VM& vm, Buffered& self, Value size_value) {
    int64_t size = TRY(size_argument(vm, size_value, -1));
    if (size < -1) {
        TRY(check_usable(vm, self));
        return vm.value_error("read length must be non-negative or -1");
    }
    TRY(check_usable(vm, self, "read of"));
    if (size >= 0 && size_t(size) <= self.ahead() && !self.lock.user) {
        Bytes* bytes = TRY(make_bytes(vm, self.held().substr(0, size_t(size))));
        self.start += size_t(size);
        return bytes;
    }
    FileUse use(vm, self.lock);
    TRY(use.begin(self));
    if (size < 0)
        return buffered_read_all_locked(vm, self);
    if (size_t(size) > self.ahead())
        return read_count_locked(vm, self, size_t(size));
    return TRY(make_bytes(vm, TRY(buffered_take_locked(vm, self, size_t(size)))));
}

Result<Value> buffered_read1(VM& vm, Buffered& self, Value size_value) {
    int64_t size = TRY(index_int64(vm, size_value));
    TRY(check_usable(vm, self));
    TRY(check_usable(vm, self, "read of"));
    if (size == 0)
        return TRY(make_bytes(vm, ""));
    FileUse use(vm, self.lock);
    TRY(use.begin(self));
    size_t most = size < 0 ? self.capacity : size_t(size);
    if (self.ahead() == 0 && most > self.capacity) { // straight into the result
        Bytes* bytes = TRY(make_bytes_uninitialized(vm, most));
        int64_t count = TRY(read_into_locked(vm, self, bytes->data(), most, true, true));
        return TRY(make_bytes(vm, bytes->view().substr(0, size_t(std::max<int64_t>(count, 0)))));
    }
    return TRY(make_bytes(vm, TRY(buffered_take_locked(vm, self, most))));
}

static Result<Value> read_into_buffer(VM& vm, Buffered& self, Value target, const char* who, bool once) {
    Buffer buffer = TRY(Buffer::writable(vm, target, who));
    TRY(check_usable(vm, self));
    TRY(check_usable(vm, self, "readinto of"));
    FileUse use(vm, self.lock);
    TRY(use.begin(self));
    int64_t count = TRY(read_into_locked(vm, self, buffer.view.data, buffer.view.length, true, once));
    return count == BLOCKED ? Value::none() : make_int(vm, count);
}

Result<Value> buffered_readinto(VM& vm, Buffered& self, Value target) {
    return read_into_buffer(vm, self, target, "readinto() argument", false);
}
Result<Value> buffered_readinto1(VM& vm, Buffered& self, Value target) {
    return read_into_buffer(vm, self, target, "readinto1() argument", true);
}

// The size is only a hint, which nobody takes.
Result<Value> buffered_peek(VM& vm, Buffered& self, int64_t) {
    TRY(check_usable(vm, self));
    TRY(check_usable(vm, self, "peek of"));
    FileUse use(vm, self.lock);
    TRY(use.begin(self));
    TRY(buffered_fill_locked(vm, self));
    return TRY(make_bytes(vm, self.held()));
}

// --- Lines -----------------------------------------------------------------------------------------------------------

// A line that does not stand in the buffer whole, piece by piece.
static Result<Value> read_long_line_locked(VM& vm, Buffered& self, size_t limit) {
    std::string line;
    while (line.size() < limit && TRY(buffered_fill_locked(vm, self)) > 0) {
        std::string_view part = self.held().substr(0, limit - line.size());
        size_t end = part.find('\n');
        part = part.substr(0, end == std::string_view::npos ? end : end + 1);
        TRY(vm.heap.reserve(line.size() + part.size()));
        line.append(part);
        self.start += part.size();
        if (end != std::string_view::npos)
            break;
    }
    return TRY(make_bytes(vm, line));
}

// What is held can be given out without the lock while nobody works on the file: nothing comes in between.
static Result<Value> read_line(VM& vm, Buffered& self, int64_t limit) {
    TRY(check_usable(vm, self, "readline of"));
    size_t most = limit < 0 ? SIZE_MAX : size_t(limit);
    if (size_t ahead = self.lock.user ? 0 : self.ahead()) {
        const char* from = self.octets() + self.start;
        size_t size = std::min(ahead, most);
        const void* found = memchr(from, '\n', size);
        if (found || size == most) {
            size = found ? size_t(static_cast<const char*>(found) - from) + 1 : size;
            self.start += size;
            return TRY(make_bytes(vm, {from, size}));
        }
    }
    FileUse use(vm, self.lock);
    TRY(use.begin(self));
    return read_long_line_locked(vm, self, most);
}

Result<Value> buffered_readline(VM& vm, Buffered& self, Value size) {
    int64_t limit = TRY(size_argument(vm, size, -1));
    TRY(check_usable(vm, self));
    return read_line(vm, self, limit);
}

Result<Value> buffered_next(VM& vm, Object* object) {
    auto& self = *static_cast<Buffered*>(object);
    TRY(check_usable(vm, self));
    Value line = TRY(read_line(vm, self, -1));
    return as<Bytes>(line)->length ? line : Value();
}

// A subclass's own readline() is what its iteration reads with.
Result<Value> buffered_next_method(VM& vm, Buffered& self) {
    Value line = self.is_exact() ? TRY(buffered_next(vm, &self)) : TRY(call_method(vm, &self, "readline", {}));
    if (!self.is_exact() && !as<Bytes>(line))
        return vm.raise(ExceptionId::OSError, fmt::format("readline() should have returned a bytes object, not '{}'",
                                                          vm.type_name(line)));
    bool is_end = line.is_empty() || as<Bytes>(line)->length == 0;
    return is_end ? Result<Value>(vm.stop_iteration()) : Result<Value>(line);
}

} // namespace ouro::stdlib
