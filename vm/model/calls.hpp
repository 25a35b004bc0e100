// SPDX-License-Identifier: MIT
//
// Calling any value, and the parts of a call that the interpreter shares: binding of arguments. Script functions called
// from here run in a nested interpreter loop, which hooks.call_function enters; the interpreter's own instructions
// don't nest.
#pragma once

#include "vm/model/layouts.hpp"
#include "vm/result.hpp"
#include "vm/vm.hpp"

#include <initializer_list>
#include <span>
#include <string>

namespace ouro::vm {

Result<Value> call(VM& vm, Value callable, std::span<const Value> arguments);
Result<Value> call(VM& vm, Value callable, std::initializer_list<Value> arguments);
// The last keyword_names->size() of `arguments` are named.
Result<Value> call(VM& vm, Value callable, std::span<const Value> arguments, Tuple* keyword_names);
Result<Value> call_with_dict(VM& vm, Value callable, std::span<const Value> arguments, Dict* keywords);
Result<Value> call_method(VM& vm, Value object, Str* name, std::initializer_list<Value> arguments);
Result<Value> call_method(VM& vm, Value object, const char* name, std::initializer_list<Value> arguments);
// type(object)'s special method called with object and arguments; empty when the type has none.
Result<Value> call_special(VM& vm, Value object, Special special, std::initializer_list<Value> arguments = {});
bool is_callable(VM& vm, Value value);

// Lays out the arguments of a script function in registers[0..parameter_count): positional, keyword-only, *args,
// **kwargs, filling in defaults. `arguments` may be where `registers` begins. TypeError in CPython's words.
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
