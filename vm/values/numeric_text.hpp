// SPDX-License-Identifier: MIT
//
// Numbers written in the digits of other scripts.
#pragma once

#include <string>
#include <string_view>

namespace ouro::vm {

// Numeric text with other scripts' digits and spaces replaced by ASCII; what is neither becomes '?'.
std::string numeric_text_to_ascii(std::string_view text);

} // namespace ouro::vm
