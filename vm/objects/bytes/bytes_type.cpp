// SPDX-License-Identifier: MIT
//
// The table of bytes' members, and the type. Library Reference, "Bytes Objects".
#include "vm/objects/bytes/octets_members.hpp"
#include "vm/type.hpp"
#include "vm/model/buffer.hpp"
#include "vm/model/core.hpp"

namespace ouro::vm {

static constexpr NativeDef bytes_members[] = {
    fn<bytes_new>("__new__(type, source=<unset>, encoding=<unset>, errors=<unset>)"),
    fn<bytes_dunder_bytes>("__bytes__(self, /)"),
    fn<bytes_dunder_hash>("__hash__(self, /)"),
    fn<bytes_dunder_iter>("__iter__(self, /)"),
    fn<bytes_getnewargs>("__getnewargs__(self, /)"),
    fn<bytes_sizeof>("__sizeof__(self, /)"),
    OCTETS_MEMBERS,
};

// Nothing can change them: no export is counted.
static Result<void> bytes_buffer(VM&, Object* object, BufferView& view) {
    auto* bytes = static_cast<Bytes*>(object);
    view.data = bytes->data();
    view.length = bytes->length;
    return {};
}

static constexpr BufferHooks BYTES_BUFFER = {bytes_buffer, nullptr};

const NativeType bytes_type = {
    .name = "bytes",
    .base = nullptr,
    .kind = Kind::Bytes,
    .size = sizeof(Bytes),
    .flags = Type::VARIABLE_SIZE,
    .visit = nullptr,
    .members = bytes_members,
    .member_count = std::size(bytes_members),
    .doc = "Octets: an immutable sequence of integers from 0 to 255.",
    .buffer = &BYTES_BUFFER,
};

} // namespace ouro::vm
