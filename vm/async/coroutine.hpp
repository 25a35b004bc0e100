// SPDX-License-Identifier: MIT
//
// Driving coroutines of any flavour, those of scripts and those with bodies in C++ (native_coroutine.hpp), from native
// code: resuming, throwing, closing. Their layout is vm/model/coroutine_object.hpp. frame.hpp explains chains;
// chain.hpp is what links and unlinks them.
#pragma once

#include "vm/model/coroutine_object.hpp"

#include <span>
#include <string>

namespace ouro::vm {

const char* flavor_name(const Coroutine& coroutine); // "generator", "coroutine", "async generator"
// Of its function, unless a script has set another.
Str* coroutine_name(VM& vm, Coroutine& coroutine);
Str* coroutine_qualname(VM& vm, Coroutine& coroutine);

// How a resumption ended.
struct ResumeResult {
    enum class Kind : uint8_t { Yielded, Returned, Raised } kind;
    Value value; // yielded or returned
    Exception* exception = nullptr;
};
inline ResumeResult raised(Raised error) {
    return {ResumeResult::Kind::Raised, {}, error.exception};
}

// Continues `coroutine` with `sent` as the value of its yield (None to start it). Runs a nested interpreter loop.
// Raises ValueError "generator already executing", TypeError for a non-None first value, and what its body raises.
ResumeResult coroutine_resume(VM& vm, Coroutine& coroutine, Value sent);
// The arguments of throw().
struct ThrowArguments {
    std::span<const Value> given; // a foreign iterator that they are passed on to gets them as they are
    // They make no exception. The innermost member finds that out and does not go on; to who threw into it, another
    // member mostly, the exception that says so is raised.
    bool are_refused = false;
};

// Raises `exception` where it is suspended. `arguments`: what it was made from, if a script calls throw().
ResumeResult coroutine_throw(VM& vm, Coroutine& coroutine, Exception* exception, ThrowArguments arguments = {});
// coroutine.close(): GeneratorExit inside. The return value, None mostly.
Result<Value> coroutine_close(VM& vm, Coroutine& coroutine);
// The object that it awaits or delegates to now, or empty (gi_yieldfrom, cr_await).
Value coroutine_awaited(Coroutine& coroutine);

// RuntimeWarning "coroutine 'f' was never awaited" on stderr, with the line that made it.
void report_never_awaited(VM& vm, Coroutine& coroutine);

} // namespace ouro::vm
