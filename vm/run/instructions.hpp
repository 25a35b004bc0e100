// SPDX-License-Identifier: MIT
//
// What instructions do beyond their fast path. The interpreter loop calls these with the frame's pc saved; `at` is the
// instruction's first word.
//
// Each returns the frame to go on with: the same one, when the instruction is done; another one, when a script function
// was entered (or a generator switched to); null, when an exception was raised, which is then in thread->raised.
#pragma once

#include "vm/model/code.hpp"
#include "vm/model/frame.hpp"
#include "vm/model/core.hpp"
#include "vm/run/enter.hpp"

#include <span>

namespace ouro::vm {

namespace instructions {

// The callable's name in messages about its arguments: "module.f()", without builtins.
std::string callable_text(VM& vm, Value callable);

#define OURO_INSTRUCTION(name) Frame* name(VM& vm, Frame* frame, const uint32_t* at)

// Attributes and names
OURO_INSTRUCTION(get_attr);
OURO_INSTRUCTION(get_attr_property);
OURO_INSTRUCTION(set_attr);
OURO_INSTRUCTION(delete_attr);
OURO_INSTRUCTION(get_method);
OURO_INSTRUCTION(get_super_attr);
OURO_INSTRUCTION(get_super_method);
OURO_INSTRUCTION(get_special);
OURO_INSTRUCTION(load_global);
OURO_INSTRUCTION(store_global);
OURO_INSTRUCTION(delete_global);
OURO_INSTRUCTION(load_name);
OURO_INSTRUCTION(store_name);
OURO_INSTRUCTION(delete_name);
OURO_INSTRUCTION(load_class_free);
OURO_INSTRUCTION(load_class_cell);
OURO_INSTRUCTION(unbound_local);
OURO_INSTRUCTION(unbound_cell);
OURO_INSTRUCTION(unbound_free);

// Operators
OURO_INSTRUCTION(binary);
OURO_INSTRUCTION(unary);
OURO_INSTRUCTION(compare);
OURO_INSTRUCTION(contains);
OURO_INSTRUCTION(get_item);
OURO_INSTRUCTION(get_slice);
OURO_INSTRUCTION(set_item);
OURO_INSTRUCTION(delete_item);
OURO_INSTRUCTION(jump_truth); // JumpIfTrue/False over an operand that is no bool
OURO_INSTRUCTION(logical_not);

// Calls
OURO_INSTRUCTION(call_row); // Call and CallMethod
OURO_INSTRUCTION(call_kw);
OURO_INSTRUCTION(call_method_kw);
OURO_INSTRUCTION(call_ex);
OURO_INSTRUCTION(with_exit);

// Iteration
OURO_INSTRUCTION(prepare_for);
OURO_INSTRUCTION(for_next);
OURO_INSTRUCTION(end_for);
OURO_INSTRUCTION(get_iter);
OURO_INSTRUCTION(get_aiter);
OURO_INSTRUCTION(get_anext);
OURO_INSTRUCTION(end_async_for);

// Generators
OURO_INSTRUCTION(return_generator);
OURO_INSTRUCTION(yield);
OURO_INSTRUCTION(yield_from);
OURO_INSTRUCTION(get_yield_from_iter);
OURO_INSTRUCTION(get_awaitable);
OURO_INSTRUCTION(await);
OURO_INSTRUCTION(yield_async);

// Exceptions
OURO_INSTRUCTION(match_exception);
OURO_INSTRUCTION(match_group);
OURO_INSTRUCTION(reraise_group);
OURO_INSTRUCTION(raise);
OURO_INSTRUCTION(raise_from);
OURO_INSTRUCTION(raise_again);

// Building, unpacking, the rest
OURO_INSTRUCTION(build_set);
OURO_INSTRUCTION(build_map);
OURO_INSTRUCTION(build_string);
OURO_INSTRUCTION(list_append);
OURO_INSTRUCTION(set_add);
OURO_INSTRUCTION(map_add);
OURO_INSTRUCTION(list_extend);
OURO_INSTRUCTION(set_update);
OURO_INSTRUCTION(map_update);
OURO_INSTRUCTION(map_merge);
OURO_INSTRUCTION(format);
OURO_INSTRUCTION(format_spec);
OURO_INSTRUCTION(convert);
OURO_INSTRUCTION(make_function);
OURO_INSTRUCTION(load_build_class);
OURO_INSTRUCTION(unpack);
OURO_INSTRUCTION(unpack_star);
OURO_INSTRUCTION(unpack_far);
OURO_INSTRUCTION(unpack_star_far);
OURO_INSTRUCTION(match_sequence);
OURO_INSTRUCTION(match_mapping);
OURO_INSTRUCTION(match_keys);
OURO_INSTRUCTION(match_class);
OURO_INSTRUCTION(length);
OURO_INSTRUCTION(mapping_rest);
OURO_INSTRUCTION(import);
OURO_INSTRUCTION(import_from);
OURO_INSTRUCTION(import_star);
OURO_INSTRUCTION(drop_coroutine);
OURO_INSTRUCTION(display);
OURO_INSTRUCTION(unsupported);

#undef OURO_INSTRUCTION

// Carries out the ReturnAction of `callee`, which returns `value` and has been popped, in its caller.
Frame* finish_return(VM& vm, Frame* callee, Value value);
// Actions of iteration and await (instruction_iteration.cpp).
Frame* finish_iteration(VM& vm, Frame* callee, Value value);
Frame* finish_binary(VM& vm, Frame* callee, Value value);
Frame* finish_compare(VM& vm, Frame* callee, Value value);
Frame* finish_truth(VM& vm, Frame* callee, Value value);
// A frame is left by thread->raised: does its ReturnAction take the exception (StopIteration at the end of a loop)?
// Then the frame to go on with; else null, and the caller is unwound next.
Frame* finish_raise(VM& vm, Frame* callee);
// Adds the frame to the exception's traceback.
void add_traceback(VM& vm, Exception& exception, Frame* frame);

} // namespace instructions
} // namespace ouro::vm
