// SPDX-License-Identifier: MIT
//
// The table of str's members, and the type.
#include "vm/objects/str_members.hpp"
#include "vm/type.hpp"
#include "vm/vm.hpp"

namespace ouro::vm {

static constexpr NativeDef str_members[] = {
    fn<str_dunder_repr>("__repr__(self, /)", "Return repr(self)."),
};

const NativeType str_type = {
    .name = "str",
    .base = nullptr,
    .kind = Kind::Str,
    .size = sizeof(Str),
    .flags = Type::VARIABLE_SIZE | Type::IMMUTABLE,
    .visit = str_visit,
    .members = str_members,
    .member_count = std::size(str_members),
    .doc = "Text: an immutable sequence of Unicode code points.",
};

} // namespace ouro::vm
