// SPDX-License-Identifier: MIT
//
// Entry point of ouro_unit_tests. Catch2 compiles its runner here, once; the tests stand in the other files of this
// folder.

#define CATCH_CONFIG_MAIN
#include <catch2/catch.hpp>
