// SPDX-License-Identifier: MIT
//
// Numbers of any value that can be one, by its special methods.
#pragma once

#include "vm/result.hpp"
#include "vm/value.hpp"

namespace ouro::vm {

class VM;
struct Type;

// int, float (with subclasses) as double; nothing for other types. OverflowError for large ints is the caller's wish.
Result<double> to_double(VM& vm,
                         Value value); // int, float, __float__, __index__; TypeError "must be real number, not X"
// What `method`, __int__ or __index__, gave, as an exact int; a DeprecationWarning for instances of subclasses.
Result<Value> checked_int(VM& vm, Value result, const char* method);
// int(value): TypeError, ValueError, OverflowError.
Result<Value> int_from_object(VM& vm, Value value);
// float(value): TypeError, ValueError, OverflowError.
Result<double> float_from_object(VM& vm, Value value);

} // namespace ouro::vm
