// SPDX-License-Identifier: MIT
//
// Entries of a prompt: which typed text is one.
#pragma once

#include <string_view>

namespace ouro::lang {

// Is the text typed so far a whole entry? Brackets, strings and statements must be closed, a block ends with a blank
// line. A text with an error is whole.
bool is_whole_entry(std::string_view text);

} // namespace ouro::lang
