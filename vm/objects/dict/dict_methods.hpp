// SPDX-License-Identifier: MIT
//
// What methods of dict share with instructions and the library.
#pragma once

#include "vm/model/dict.hpp"
#include "vm/result.hpp"

namespace ouro::vm {

// dict.update(other) for a mapping or an iterable of pairs.
Result<void> dict_update(VM& vm, Dict& dict, Value other);

} // namespace ouro::vm
