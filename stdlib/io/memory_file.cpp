// SPDX-License-Identifier: MIT
//
// What StringIO and BytesIO have in common: the growing buffer, arguments and errors.
#include "stdlib/io/memory_files.hpp"

#include "vm/objects/text_stream.hpp"

#include <cstring>

namespace ouro::stdlib {

using namespace ouro::vm;

// Room for `size` octets and one more: text in the buffer is looked at up to the first octet behind it.
static Result<void> make_room(VM& vm, Object* owner, MemoryBuffer& buffer, uint64_t size) {
    static constexpr size_t SMALLEST = 128;
    if (buffer.storage && size < buffer.storage->capacity_bytes())
        return {};
    uint64_t wanted = std::max<uint64_t>(SMALLEST, size + size / 2 + 1);
    TRY(vm.heap.reserve(wanted));
    Heap::store(owner, buffer.storage, vm.heap.grow_storage(buffer.storage, wanted));
    return {};
}

Result<void> memory_replace(VM& vm, Object* owner, MemoryBuffer& buffer, size_t begin, size_t end,
                            std::string_view fresh) {
    uint64_t tail = buffer.used - end;
    TRY(make_room(vm, owner, buffer, begin + fresh.size() + tail));
    if (tail > 0 && end - begin != fresh.size())
        memmove(buffer.data() + begin + fresh.size(), buffer.data() + end, tail);
    if (!fresh.empty())
        memcpy(buffer.data() + begin, fresh.data(), fresh.size());
    buffer.used = begin + fresh.size() + tail;
    return {};
}

Result<void> memory_extend(VM& vm, Object* owner, MemoryBuffer& buffer, uint64_t size) {
    TRY(make_room(vm, owner, buffer, size));
    memset(buffer.data() + buffer.used, 0, size - buffer.used);
    buffer.used = size;
    return {};
}

Result<int64_t> size_argument(VM& vm, Value value, int64_t otherwise) {
    if (value.is_small_int())
        return value.small_int();
    if (value.is_none())
        return otherwise;
    if (!is_int(value) && vm.type_of(value)->special(vm, Special::Index).is_empty())
        return vm.type_error("argument should be integer or None, not '{}'", vm.type_name(value));
    return index_int64(vm, value);
}

Raised closed_file(VM& vm) { return vm.value_error("I/O operation on closed file."); }

Raised unsupported(VM& vm, std::string_view operation) {
    auto made = call(vm, unsupported_operation(vm), {Value(make_short_str(vm, operation))});
    return made.is_error() ? made.error() : vm.raise(as<Exception>(made.release()));
}

} // namespace ouro::stdlib
