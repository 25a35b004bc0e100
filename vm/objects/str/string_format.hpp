// SPDX-License-Identifier: MIT
//
// str.format and str.format_map (Library Reference, "Format String Syntax"): replacement fields with attribute and
// index look-ups, conversions, nested specifications, automatic numbering.
#pragma once

#include "vm/model/core.hpp"
#include "vm/result.hpp"

#include <span>

namespace ouro::vm {

// format.format(*arguments, **keywords); `keywords` may be null.
// Raises ValueError for a malformed format, IndexError, KeyError, AttributeError for fields that are not there.
Result<Str*> string_format(VM& vm, Str* format, std::span<const Value> arguments, Dict* keywords);
// format.format_map(mapping)
Result<Str*> string_format_map(VM& vm, Str* format, Value mapping);

} // namespace ouro::vm
