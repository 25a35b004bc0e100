// SPDX-License-Identifier: MIT
//
// Parts of the texts that errors about modules have.
#pragma once

#include <string>
#include <string_view>

namespace ouro::vm {

class VM;
struct Module;

// What the message about a name that `module` lacks adds when the module, a file of the script's folder, may hide
// another one that was meant; empty when it hides none.
std::string renaming_hint(VM& vm, Module& module);

} // namespace ouro::vm
