// SPDX-License-Identifier: MIT
//
// The parts of a call that operators.hpp's call() and the interpreter share: binding of arguments.
#pragma once

#include "vm/objects/core.hpp"
#include "vm/result.hpp"
#include "vm/vm.hpp"

#include <span>
#include <string>

namespace ouro::vm {

struct Frame;
struct Thread;

// Lays out `arguments` (the last keyword_names->size() of them named) as the native function's parameters in `bound`,
// which has room for def->parameter_count Values. TypeError for what does not fit.
Result<void> bind_native_arguments(VM& vm, NativeFunction& function, std::span<const Value> arguments,
                                   Tuple* keyword_names, Value* bound);
Result<Value> call_native_function(VM& vm, NativeFunction& function, std::span<const Value> arguments,
                                   Tuple* keyword_names = nullptr);
// The same for a row of positional arguments above which the registers are free: defaults are filled in where it stands. The
// bits of a Result<Value>.
Value call_native_row(VM& vm, NativeFunction& function, Value* row, size_t count);
// "(self, x=0, /)" for help() and inspect.
std::string native_signature_text(const NativeFunction& function);

// Lays out the arguments of a script function in registers[0..parameter_count): positional, keyword-only, *args, **kwargs,
// filling in defaults. `arguments` may be where `registers` begins. TypeError in CPython's words.
Result<void> bind_script_arguments(VM& vm, Function& function, std::span<const Value> arguments, Tuple* keyword_names,
                                   Value* registers);

// What `callable` comes down to: unwraps bound methods, instances with __call__ and classes one step at a time. For
// types other than Function, NativeFunction and Type; TypeError "'X' object is not callable".
// *self is set when an argument has to be put in front.
Result<Value> resolve_callable(VM& vm, Value callable, Value& self);

// type(callable)(...) for the plain metaclass: __new__ and __init__.
Result<Value> call_type(VM& vm, Type* type, std::span<const Value> arguments, Tuple* keyword_names);

// Are instances of `type` made by allocation alone, whatever the arguments, which only __init__ looks at?
inline bool new_only_allocates(VM& vm, Type* type) {
    return type == vm.types.list || type == vm.types.dict || type == vm.types.set;
}

// object.__new__(type): TypeError for arguments that neither __new__ nor __init__ takes, and for abstract classes.
Result<Value> new_plain_instance(VM& vm, Type* type, bool has_arguments);
Raised abstract_instance_error(VM& vm, Type* type);

} // namespace ouro::vm
