// SPDX-License-Identifier: MIT
//
// Octets: bytes or a bytearray, for what is done to both in the same way. As `self` of a native it is of the type whose
// method that is.
#pragma once

#include "vm/model/bytearray.hpp"
#include "vm/model/native.hpp"
#include "vm/values/bytes.hpp"

#include <optional>

namespace ouro::vm {

class Octets {
public:
    Octets(Bytes& bytes) : m_object(&bytes) {}
    Octets(ByteArray& array) : m_object(&array) {}
    // Nothing for what is neither.
    static std::optional<Octets> from(Value value) {
        if (Bytes* bytes = as<Bytes>(value))
            return Octets(*bytes);
        if (ByteArray* array = as_bytearray(value))
            return Octets(*array);
        return std::nullopt;
    }

    bool is_array() const { return m_object->kind != Kind::Bytes; }
    Object* object() const { return m_object; }
    // Until script code may run: it may change an array.
    std::string_view view() const {
        return is_array() ? static_cast<ByteArray*>(m_object)->view() : static_cast<Bytes*>(m_object)->view();
    }
    size_t length() const { return view().size(); }

private:
    friend struct detail::Argument<Octets>;
    explicit Octets(Object* object) : m_object(object) {}
    Object* m_object;
};

template <>
struct detail::Argument<Octets> {
    static Result<Octets> convert(VM& vm, NativeFunction& callee, unsigned index, Value value) {
        if (!value.is_object() || value.object()->type()->native != callee.owner->native)
            return argument_type_error(vm, callee, index, value, "bytes");
        return Octets(value.object());
    }
};

// --- Results of the class of `self`, exactly bytes or bytearray ---

struct NewOctets {
    Object* object;
    char* data;
};
// To be filled in by the caller.
Result<NewOctets> new_octets(VM& vm, Octets self, size_t length);
Result<Object*> octets_like(VM& vm, Octets self, std::string_view octets);
// The octets [begin, end) of self. Bytes are immutable: `self` itself when that is all.
Result<Object*> octets_part(VM& vm, Octets self, size_t begin, size_t end);
// All of it.
Result<Object*> octets_whole(VM& vm, Octets self);

} // namespace ouro::vm
