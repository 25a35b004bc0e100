// SPDX-License-Identifier: MIT
//
// Making of what methods of bytes and bytearray return.
#include "vm/model/octets.hpp"

#include "vm/model/core.hpp"

namespace ouro::vm {

Result<NewOctets> new_octets(VM& vm, Octets self, size_t length) {
    if (self.is_array()) {
        ByteArray* array = TRY(make_bytearray_uninitialized(vm, length));
        return NewOctets{array, array->data()};
    }
    Bytes* bytes = TRY(make_bytes_uninitialized(vm, length));
    return NewOctets{bytes, bytes->data()};
}

Result<Object*> octets_like(VM& vm, Octets self, std::string_view octets) {
    if (self.is_array())
        return TRY(make_bytearray(vm, octets));
    return TRY(make_bytes(vm, octets));
}

Result<Object*> octets_part(VM& vm, Octets self, size_t begin, size_t end) {
    if (begin == 0 && end == self.length() && !self.is_array() && self.object()->is_exact())
        return self.object();
    return octets_like(vm, self, self.view().substr(begin, end - begin));
}

Result<Object*> octets_whole(VM& vm, Octets self) { return octets_part(vm, self, 0, self.length()); }

} // namespace ouro::vm
