// SPDX-License-Identifier: MIT
//
// The % operator of str and bytes (Library Reference, "printf-style String Formatting").
#pragma once

#include "vm/model/core.hpp"
#include "vm/result.hpp"

namespace ouro::vm {

// format % arguments: a tuple's items, a mapping for %(name)s, or one other value.
// Raises TypeError ("not enough arguments for format string", ...), ValueError, KeyError, OverflowError.
Result<Str*> percent_format(VM& vm, Str* format, Value arguments);
Result<Bytes*> percent_format(VM& vm, Bytes* format, Value arguments);

} // namespace ouro::vm
