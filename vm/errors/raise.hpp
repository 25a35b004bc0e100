// SPDX-License-Identifier: MIT
//
// Parts of the texts that errors about modules have, and reports of errors that nobody can catch.
#pragma once

#include <string>
#include <string_view>

namespace ouro::vm {

class VM;
struct Exception;
struct Module;

// What the message about a name that `module` lacks adds when the module, a file of the script's folder, may hide
// another one that was meant; empty when it hides none.
std::string renaming_hint(VM& vm, Module& module);
// Tells sys.unraisablehook of an error that nobody can catch; by default writes `message` and the traceback to stderr.
void report_ignored(VM& vm, Exception& exception, std::string_view message);

} // namespace ouro::vm
