// SPDX-License-Identifier: MIT
//
// Exception groups (PEP 654): making them from native code, and the two halves of `except*`.
#pragma once

#include "vm/result.hpp"
#include "vm/value.hpp"

#include <span>
#include <string_view>

namespace ouro::vm {

class VM;
struct Exception;
struct List;
struct Tuple;

// BaseExceptionGroup(message, exceptions), which is an ExceptionGroup when all are Exceptions. There must be at least
// one.
Result<Exception*> make_exception_group(VM& vm, std::string_view message, std::span<const Value> exceptions);
bool is_exception_group(VM& vm, Value value);
// The members of a group.
Tuple* group_exceptions(Exception& group);

struct GroupMatch {
    Value matching; // a group, or None
    Value rest;     // an exception, or None
};
// One clause of `except* type`: what of `exception` (an exception, or None when earlier clauses took all) it handles. A
// bare exception that matches is wrapped. TypeError for types that cannot be caught (Reference 8.4.2).
Result<GroupMatch> match_group(VM& vm, Value exception, Value type);

// After the clauses: what is raised of `raised`, a list of exceptions raised by clauses and of unmatched rests (None
// entries do not count), where `original` is what the try block raised. None for nothing.
Result<Value> reraise_group(VM& vm, Value original, Value raised);

} // namespace ouro::vm
