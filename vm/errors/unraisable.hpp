// SPDX-License-Identifier: MIT
//
// Reports of errors that nobody can catch.
#pragma once

#include <string_view>

namespace ouro::vm {

class VM;
struct Exception;

// Tells sys.unraisablehook of an error that nobody can catch; by default writes `message` and the traceback to stderr.
void report_ignored(VM& vm, Exception& exception, std::string_view message);

} // namespace ouro::vm
