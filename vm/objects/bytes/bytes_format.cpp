// SPDX-License-Identifier: MIT
//
// bytes % arguments, bytearray % arguments.
#include "vm/model/core.hpp"
#include "vm/objects/bytes/bytes_members.hpp"
#include "vm/objects/str/percent_format.hpp"

namespace ouro::vm {

Result<Value> bytes_mod(VM& vm, Octets self, Value arguments) { return TRY(percent_format(vm, self, arguments)); }

Result<Value> bytes_rmod(VM& vm, Octets self, Value format) {
    auto octets = Octets::from(format);
    if (!octets || octets->is_array() != self.is_array())
        return Value::not_implemented();
    return TRY(percent_format(vm, *octets, self.object()));
}

} // namespace ouro::vm
