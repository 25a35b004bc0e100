// SPDX-License-Identifier: MIT
//
// Which name was meant: for "Did you mean" and its like.
#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace ouro::vm {

// The name of `candidates` that is closest to `wrong`, if one is close enough, else empty. CPython's distance.
std::string closest_name(const std::vector<std::string>& candidates, std::string_view wrong,
                         bool any_distance = false);

} // namespace ouro::vm
