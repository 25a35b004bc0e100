// SPDX-License-Identifier: MIT
//
// Tests of the embedding API. They see the public headers only.
#define CATCH_CONFIG_MAIN
#include <catch2/catch.hpp>
