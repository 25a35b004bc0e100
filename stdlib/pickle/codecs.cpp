// SPDX-License-Identifier: MIT
//
// Module _codecs: the two functions that pickles name, codecs.encode and codecs.decode, for text and octets.
#include "vm/model/core.hpp"
#include "vm/objects/codecs/codec.hpp"

namespace ouro::stdlib {

using namespace ouro::vm;

static Result<Value> codecs_encode(VM& vm, Str& text, std::string_view encoding, std::string_view errors) {
    return TRY(encode_text(vm, text, encoding, errors));
}

static Result<Value> codecs_decode(VM& vm, Bytes& octets, std::string_view encoding, std::string_view errors) {
    return TRY(decode_bytes(vm, octets, encoding, errors));
}

static constexpr NativeDef MEMBERS[] = {
    fn<codecs_encode>("encode(obj, encoding='utf-8', errors='strict')", "Text as octets of an encoding."),
    fn<codecs_decode>("decode(obj, encoding='utf-8', errors='strict')", "Octets of an encoding as text."),
};

extern const NativeModule codecs_module;
constinit const NativeModule codecs_module = {
    .name = "_codecs",
    .doc = "Encoding and decoding.",
    .members = MEMBERS,
    .member_count = std::size(MEMBERS),
};

} // namespace ouro::stdlib
