// SPDX-License-Identifier: MIT
//
// What __reduce__ of builtin types returns: a call that makes the object again (Library Reference, pickle,
// "object.__reduce__()").
#pragma once

#include "vm/result.hpp"

#include <initializer_list>

namespace ouro::vm {

class VM;
struct Dict;

// (builtins.NAME, arguments) and, where there is one, the state for __setstate__. Raises what the lookup in builtins
// raises.
Result<Value> reduce_to_builtin(VM& vm, const char* name, std::initializer_list<Value> arguments, Value state = {});
// (getattr, (owner, name))
Result<Value> reduce_to_attribute(VM& vm, Value owner, Value name);
// (iter, (items,)) and a position; an iterator at its end, where `items` is empty, is one over `nothing`.
Result<Value> reduce_to_iterator(VM& vm, Value items, uint64_t position, Value nothing);
// (type, arguments) and the instance's attributes.
Result<Value> reduce_with_attributes(VM& vm, Value self, std::initializer_list<Value> arguments);
// The position in `state`, an argument of an iterator's __setstate__, clamped to 0 .. `limit`.
Result<uint64_t> iterator_position(VM& vm, Value state, uint64_t limit);

} // namespace ouro::vm
