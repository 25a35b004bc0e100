// SPDX-License-Identifier: MIT
//
// The exceptions of pickle.
#pragma once

#include "vm/model/core.hpp"

namespace ouro::stdlib {

// Raises the class of that name of module _pickle.
vm::Raised raise_pickle_error(vm::VM& vm, const char* class_name, std::string_view message);

} // namespace ouro::stdlib
