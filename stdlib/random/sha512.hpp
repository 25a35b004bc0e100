// SPDX-License-Identifier: MIT
//
// SHA-512 (FIPS 180-4): random.seed() makes its key of a text from it.
#pragma once

#include <array>
#include <cstdint>
#include <string_view>

namespace ouro::stdlib {

std::array<uint8_t, 64> sha512(std::string_view message);

} // namespace ouro::stdlib
