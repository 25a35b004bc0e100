// SPDX-License-Identifier: MIT
//
// Fuzz target: bytes as source text, from tokens to code, which a debug build verifies. Nothing is run.
#include "fuzz.hpp"

extern "C" int LLVMFuzzerTestOneInput(const uint8_t* data, size_t size) {
    static fuzz::Script script(R"(
def check(data):
    for mode in "exec", "eval", "single":
        try:
            compile(data, "fuzz.py", mode)
        except (SyntaxError, UnicodeDecodeError, ValueError, OverflowError):
            pass
)");
    script.check(data, size);
    return 0;
}
