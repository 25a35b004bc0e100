// SPDX-License-Identifier: MIT
//
// The % operator of str, bytes and bytearray (Library Reference, "printf-style String Formatting").
#pragma once

#include "vm/model/core.hpp"
#include "vm/model/octets.hpp"
#include "vm/result.hpp"

namespace ouro::vm {

// format % arguments: a tuple's items, a mapping for %(name)s, or one other value.
// Raises TypeError ("not enough arguments for format string", ...), ValueError, KeyError, OverflowError.
Result<Str*> percent_format(VM& vm, Str* format, Value arguments);
Result<Object*> percent_format(VM& vm, Octets format, Value arguments); // of the class of `format`

} // namespace ouro::vm
