// SPDX-License-Identifier: MIT
//
// Writing of buffered files, and their position.
#include "stdlib/io/buffered.hpp"

#include "stdlib/os/descriptors.hpp"

#include "vm/model/buffer.hpp"

#include <cerrno>
#include <cstring>

namespace ouro::stdlib {

using namespace ouro::vm;

static Raised would_block(VM& vm, size_t written) {
    auto made = call(vm, vm.exception_type(ExceptionId::BlockingIOError),
                     {make_int(vm, EAGAIN), Value(make_short_str(vm, "write could not complete without blocking")),
                      make_int(vm, int64_t(written))});
    return made.is_error() ? made.error() : vm.raise(as<Exception>(made.release()));
}

void hold_nothing(VM& vm, Buffered& self) {
    self.start = self.end = 0;
    self.holds_output = false;
    unlist_unflushed(vm, self);
}

Result<void> forget_ahead_locked(VM& vm, Buffered& self) {
    if (self.holds_output)
        return {};
    int64_t ahead = int64_t(self.ahead());
    self.start = self.end = 0;
    if (ahead)
        TRY(raw_seek_locked(vm, self, -ahead, SEEK_CUR));
    return {};
}

// The host's function is handed everything at once, and may run scripts that print: nothing is held any more then.
static Result<void> give_to_sink(VM& vm, Buffered& self, FileIO& file) {
    std::string octets(self.held());
    hold_nothing(vm, self);
    TRY(file_write_octets(vm, file, octets));
    return {};
}

// False: the raw file would have to wait. What is not written stays, for the next one that tries.
static Result<bool> try_to_flush(VM& vm, Buffered& self) {
    FileIO* file = plain_file(self.raw);
    if (self.holds_output && file && file->sink)
        TRY(give_to_sink(vm, self, *file));
    bool is_standard = file && file->is_standard;
    while (self.holds_output && self.start < self.end) {
        auto written = raw_write_locked(vm, self, self.held());
        if (written.is_error()) {
            if (is_standard && !is_exception_of(written.exception(), vm, ExceptionId::OSError))
                hold_nothing(vm, self); // whoever interrupts the program's output does not want to wait for it again
            return written.error();
        }
        int64_t count = written.release();
        if (count == BLOCKED)
            return false;
        self.start += uint64_t(count);
        if (self.start < self.end && vm.safepoint.load(std::memory_order_relaxed))
            TRY(vm.handle_safepoint());
    }
    if (self.holds_output)
        hold_nothing(vm, self);
    return true;
}

Result<void> buffered_flush_locked(VM& vm, Buffered& self) {
    if (!TRY(try_to_flush(vm, self)))
        return would_block(vm, 0);
    return {};
}

Result<void> buffered_flush(VM& vm, Buffered& self) {
    TRY(check_usable(vm, self));
    TRY(check_usable(vm, self, "flush of"));
    FileUse use(vm, self.lock);
    TRY(use.begin(self));
    if (self.writes)
        TRY(buffered_flush_locked(vm, self));
    return forget_ahead_locked(vm, self);
}

// Puts octets for which there is room within the capacity behind those that are held.
static Result<void> hold(VM& vm, Buffered& self, std::string_view octets) {
    if (octets.empty())
        return {};
    TRY(make_room(vm, self, self.end + octets.size()));
    memcpy(self.octets() + self.end, octets.data(), octets.size());
    self.end += octets.size();
    self.holds_output = true;
    list_unflushed(vm, self);
    return {};
}

// The raw file would have to wait: holds what there is room for. BlockingIOError when that is not all.
static Result<void> hold_what_fits(VM& vm, Buffered& self, std::string_view octets, size_t written) {
    if (self.start > 0 && self.holds_output) {
        memmove(self.octets(), self.octets() + self.start, self.end - self.start);
        self.end -= std::exchange(self.start, 0);
    }
    std::string_view fitting = octets.substr(0, self.capacity - self.end);
    TRY(hold(vm, self, fitting));
    if (fitting.size() < octets.size())
        return would_block(vm, written + fitting.size());
    return {};
}

Result<void> buffered_write_locked(VM& vm, Buffered& self, std::string_view octets) {
    if (!self.holds_output)
        TRY(forget_ahead_locked(vm, self));
    if (octets.size() <= self.capacity - self.end)
        return hold(vm, self, octets);
    if (!TRY(try_to_flush(vm, self)))
        return hold_what_fits(vm, self, octets, 0);
    for (size_t written = 0; octets.size() > self.capacity;) {
        int64_t count = TRY(raw_write_locked(vm, self, octets));
        if (count == BLOCKED)
            return hold_what_fits(vm, self, octets, written);
        octets.remove_prefix(size_t(count));
        written += size_t(count);
        if (vm.safepoint.load(std::memory_order_relaxed))
            TRY(vm.handle_safepoint());
    }
    return hold(vm, self, octets);
}

Result<int64_t> buffered_write(VM& vm, Buffered& self, Value data) {
    Buffer buffer = TRY(Buffer::of(vm, data));
    TRY(check_usable(vm, self));
    FileUse use(vm, self.lock);
    TRY(use.begin(self));
    TRY(check_usable(vm, self, "write to")); // it may have been closed while this thread waited
    TRY(buffered_write_locked(vm, self, buffer.view.octets()));
    return int64_t(buffer.view.length);
}

// --- Position --------------------------------------------------------------------------------------------------------

Result<int64_t> buffered_tell(VM& vm, Buffered& self) {
    TRY(check_usable(vm, self));
    FileUse use(vm, self.lock);
    TRY(use.begin(self));
    if (FileIO* file = plain_file(self.raw); file && !file->is_open)
        return vm.value_error("I/O operation on closed file");
    int64_t position = TRY(raw_tell_locked(vm, self));
    return self.holds_output ? position + int64_t(self.end - self.start) : position - int64_t(self.ahead());
}

// Moves within what was read ahead, if the wanted position lies there: no data is lost and nothing read again.
static Result<std::optional<int64_t>> seek_ahead(VM& vm, Buffered& self, int64_t position, int64_t whence) {
    if (whence == SEEK_END || self.ahead() == 0)
        return std::optional<int64_t>();
    int64_t raw = TRY(raw_tell_locked(vm, self));
    int64_t here = raw - int64_t(self.ahead());
    int64_t offset = whence == SEEK_SET ? position - here : position;
    if (offset < -int64_t(self.start) || offset > int64_t(self.ahead()))
        return std::optional<int64_t>();
    self.start = uint64_t(int64_t(self.start) + offset);
    return std::optional(here + offset);
}

static Result<void> check_seekable(VM& vm, Buffered& self) {
    FileIO* file = plain_file(self.raw);
    if (file ? TRY(file_is_seekable(vm, *file)) : TRY(ask(vm, self.raw, "seekable")))
        return {};
    return unsupported(vm, "File or stream is not seekable.");
}

Result<int64_t> buffered_seek(VM& vm, Buffered& self, Value target, int64_t whence) {
    TRY(check_usable(vm, self));
    if (whence < 0 || whence > 2)
        return vm.value_error("whence value {} unsupported", whence);
    TRY(check_usable(vm, self, "seek of"));
    TRY(check_seekable(vm, self));
    int64_t position = TRY(index_int64(vm, target));
    FileUse use(vm, self.lock);
    TRY(use.begin(self));
    if (auto moved = TRY(seek_ahead(vm, self, position, whence)))
        return *moved;
    if (self.holds_output)
        TRY(buffered_flush_locked(vm, self));
    if (whence == SEEK_CUR)
        position -= int64_t(self.ahead());
    int64_t result = TRY(raw_seek_locked(vm, self, position, whence));
    self.start = self.end = 0;
    return result;
}

Result<Value> buffered_truncate(VM& vm, Buffered& self, Value size) {
    TRY(check_usable(vm, self));
    TRY(check_usable(vm, self, "truncate of"));
    if (!self.writes)
        return unsupported(vm, "truncate");
    FileUse use(vm, self.lock);
    TRY(use.begin(self));
    TRY(buffered_flush_locked(vm, self));
    TRY(forget_ahead_locked(vm, self));
    if (size.is_none())
        size = make_int(vm, TRY(raw_tell_locked(vm, self)));
    return call_method(vm, self.raw, "truncate", {size});
}

} // namespace ouro::stdlib
