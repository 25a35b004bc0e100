// SPDX-License-Identifier: MIT
//
// What the interpreter asks of generators: the loop of frames that begin, end and wait. The floor above defines it
// (vm/async/generator.cpp), so these are calls upwards, without the cost of a hook.
#pragma once

#include "vm/model/coroutine_object.hpp"

namespace ouro::vm {

// Lets `generator` run for a for loop; ends the loop when it is finished. ValueError when it is running.
Frame* switch_to_generator(VM& vm, Frame* frame, const uint32_t* at, Generator& generator, ReturnAction action);
// A delegate of a script's `yield from` or `await` raised: its awaiter's instruction counts as under way.
Frame* finish_delegate_raise(VM& vm, Frame* callee);

// A generator that was left unfinished and that nobody holds: the loop's finalizer hook for an async one that has it
// (PEP 525), close() for others. Exceptions are reported.
void close_abandoned(VM& vm, Coroutine& generator);

namespace instructions {

// A generator's frame returns.
Frame* finish_generator(VM& vm, Frame* frame, Value value);
// Prepares a generator's frame for being left by thread->raised: closes it, translates StopIteration.
// The frame that goes on without the exception where that ended an aclose(), else null.
Frame* close_raised_generator(VM& vm, Generator& generator);

} // namespace instructions
} // namespace ouro::vm
