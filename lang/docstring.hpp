// SPDX-License-Identifier: MIT
//
// Documentation strings lose the indentation of the code around them when they are compiled (What's New in 3.13).
#pragma once

#include <string>
#include <string_view>

namespace ouro::lang {

// `text` with tabs expanded, without the margin that its lines after the first share, and without leading spaces.
std::string clean_docstring(std::string_view text);

} // namespace ouro::lang
