// SPDX-License-Identifier: MIT
//
// The table of bytes' members, and the type.
#include "vm/objects/bytes_members.hpp"
#include "vm/type.hpp"
#include "vm/vm.hpp"

namespace ouro::vm {

static constexpr NativeDef bytes_members[] = {
    fn<bytes_dunder_repr>("__repr__(self, /)", "Return repr(self)."),
};

const NativeType bytes_type = {
    .name = "bytes",
    .base = nullptr,
    .kind = Kind::Bytes,
    .size = sizeof(Bytes),
    .flags = Type::VARIABLE_SIZE | Type::IMMUTABLE,
    .visit = nullptr,
    .members = bytes_members,
    .member_count = std::size(bytes_members),
    .doc = "Octets: an immutable sequence of integers from 0 to 255.",
};

} // namespace ouro::vm
