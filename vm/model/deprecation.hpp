// SPDX-License-Identifier: MIT
//
// DeprecationWarnings about what a line of a script does (Library Reference, warnings, "Default Warning Filter").
#pragma once

#include "vm/result.hpp"

#include <string_view>

namespace ouro::vm {

class VM;

// Warns of the line that runs now, through the filters of module `warnings`, which show it when it stands in __main__
// unless they are told otherwise. Raises the warning itself if they say so.
Result<void> warn_deprecated(VM& vm, std::string_view message);

} // namespace ouro::vm
