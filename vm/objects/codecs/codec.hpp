// SPDX-License-Identifier: MIT
//
// Text to bytes and back: UTF-8, ASCII, Latin-1, UTF-16 and UTF-32, with the error handlers of the Library Reference
// (module codecs, "Error Handlers"). Used by str.encode, bytes.decode, str(), and whoever reads and writes text.
#pragma once

#include "vm/values/bytes.hpp"
#include "vm/values/str.hpp"
#include "vm/result.hpp"

#include <optional>
#include <string_view>

namespace ouro::vm {

enum class Encoding : uint8_t { Utf8, Utf8Sig, Ascii, Latin1, Utf16, Utf16LE, Utf16BE, Utf32, Utf32LE, Utf32BE };

// The encoding of that name or alias, written in any of the usual ways ("UTF-8", "utf_8", "latin 1").
std::optional<Encoding> find_encoding(std::string_view name);
// Its name in error messages: "utf-8", "latin-1", ...
const char* encoding_name(Encoding encoding);

// Raise LookupError for unknown encodings, and for unknown error handlers once one is needed; UnicodeEncodeError,
// UnicodeDecodeError; MemoryError.
Result<Bytes*> encode_text(VM& vm, Str& text, std::string_view encoding, std::string_view errors);
Result<Str*> decode_bytes(VM& vm, Bytes& bytes, std::string_view encoding, std::string_view errors);
// The same for a part of a text file: bytes that no script has seen yet.
Result<Str*> decode_octets(VM& vm, std::string_view octets, std::string_view encoding, std::string_view errors);

} // namespace ouro::vm
