// SPDX-License-Identifier: MIT
//
// Module _re, for the list of native modules.
#pragma once

#include "vm/native.hpp"

namespace ouro::vm {

extern const NativeModule re_module;

} // namespace ouro::vm
