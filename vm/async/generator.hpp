// SPDX-License-Identifier: MIT
//
// Generators, coroutines and async generators of scripts, as native code needs them. vm/run/suspension.hpp is what the
// interpreter needs.
#pragma once

#include "vm/async/coroutine.hpp"

namespace ouro::vm {

// next(generator) for a plain generator: the yielded value, or empty at its end.
Result<Value> generator_next(VM& vm, Generator& generator);

// The exception that throw(type_or_instance[, value[, traceback]]) raises, which may come from the
// constructor of the class.
struct ThrownException {
    Exception* exception;
    bool is_refused = false; // a TypeError: these arguments make none
};
Result<ThrownException> thrown_exception(VM& vm, Value type, Value value, Value traceback);
// How many of the arguments of throw() were given: a foreign iterator gets as many.
inline size_t given_count(Value value, Value traceback) {
    return traceback ? 3 : value ? 2 : 1;
}

extern const NativeType coroutine_wrapper_type;

} // namespace ouro::vm
