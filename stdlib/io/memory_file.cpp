// SPDX-License-Identifier: MIT
//
// What StringIO and BytesIO have in common: the growing buffer.
#include "stdlib/io/memory_files.hpp"

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

} // namespace ouro::stdlib
