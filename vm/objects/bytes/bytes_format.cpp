// SPDX-License-Identifier: MIT
//
// bytes % arguments.
#include "vm/model/core.hpp"
#include "vm/objects/bytes/bytes_members.hpp"
#include "vm/objects/str/percent_format.hpp"

namespace ouro::vm {

Result<Value> bytes_mod(VM& vm, Bytes& self, Value arguments) { return TRY(percent_format(vm, &self, arguments)); }

Result<Value> bytes_rmod(VM& vm, Bytes& self, Value format) {
    Bytes* octets = as<Bytes>(format);
    if (!octets)
        return Value::not_implemented();
    return TRY(percent_format(vm, octets, &self));
}

} // namespace ouro::vm
