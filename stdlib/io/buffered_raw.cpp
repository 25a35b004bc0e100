// SPDX-License-Identifier: MIT
//
// What buffers ask of the raw file below: system calls where that is a FileIO as it is, its methods where it is
// anything else. For the latter the buffer's octets are lent as a memoryview, which may outlive the call: it keeps the
// storage.
#include "stdlib/io/buffered.hpp"

#include "stdlib/builtins/memoryview.hpp"
#include "stdlib/os/descriptors.hpp"

namespace ouro::stdlib {

using namespace ouro::vm;

// Most files are smaller than the capacity: the storage begins as the biggest that is not a large object of the heap.
Result<void> make_room(VM& vm, Buffered& self, size_t size) {
    static constexpr size_t FIRST_SIZE = Heap::LARGEST_SMALL - sizeof(Storage);
    size_t has = self.storage ? self.storage->capacity_bytes() : 0;
    if (size <= has)
        return {};
    size_t wanted = std::max(size, std::min<size_t>(self.capacity, has ? has * 4 : FIRST_SIZE));
    TRY(vm.heap.reserve(wanted));
    Storage* storage = has ? vm.heap.grow_storage(self.storage, wanted) : vm.heap.allocate_raw_storage(wanted);
    Heap::store(&self, self.storage, storage);
    return {};
}

Result<int64_t> raw_read_locked(VM& vm, Buffered& self, size_t at, size_t size) {
    Storage* storage = self.storage; // seen by the collector
    if (FileIO* file = plain_file(self.raw))
        return file_read_octets(vm, *file, self.octets() + at, size);
    Object* view = TRY(make_storage_view(vm, storage, at, size));
    Value answer = TRY(call_method(vm, self.raw, "readinto", {Value(view)}));
    auto count = answered_count(vm, answer, size, "readinto");
    if (count.is_error() && !is_exception_of(count.exception(), vm, ExceptionId::OSError)) {
        Exception* failed = make_exception(vm, ExceptionId::OSError, "raw readinto() failed");
        failed->cause = failed->context = count.exception();
        return vm.raise(failed);
    }
    return count;
}

Result<int64_t> raw_write_locked(VM& vm, Buffered& self, std::string_view octets) {
    if (FileIO* file = plain_file(self.raw))
        return file_write_octets(vm, *file, octets);
    Object* view = TRY(make_memoryview(vm, TRY(make_bytes(vm, octets))));
    Value answer = TRY(call_method(vm, self.raw, vm.names.write, {Value(view)}));
    return answered_count(vm, answer, octets.size(), "write");
}

static Result<int64_t> checked_position(VM& vm, Value answer) {
    int64_t position = TRY(index_int64(vm, answer));
    if (position < 0)
        return vm.raise(ExceptionId::OSError, fmt::format("Raw stream returned invalid position {}", position));
    return position;
}

Result<int64_t> raw_tell_locked(VM& vm, Buffered& self) {
    if (FileIO* file = plain_file(self.raw))
        return file_seek_to(vm, *file, 0, SEEK_CUR);
    return checked_position(vm, TRY(call_method(vm, self.raw, "tell", {})));
}

Result<int64_t> raw_seek_locked(VM& vm, Buffered& self, int64_t position, int64_t whence) {
    if (FileIO* file = plain_file(self.raw))
        return file_seek_to(vm, *file, position, whence);
    Value answer = TRY(call_method(vm, self.raw, "seek", {make_int(vm, position), make_int(vm, whence)}));
    return checked_position(vm, answer);
}

} // namespace ouro::stdlib
