// SPDX-License-Identifier: MIT
//
// What is suggested below uncaught exceptions about a name.
#pragma once

#include "vm/object.hpp"

#include <string>

namespace ouro::vm {

struct Exception;

// "Did you mean" for AttributeError, NameError and ImportError: the text to append to the message, empty for none.
std::string suggestion_text(VM& vm, Exception& exception);

} // namespace ouro::vm
