// SPDX-License-Identifier: MIT
//
// Fuzz target: bytes as JSON. What can be read can be written, and is the same when it is read again.
#include "fuzz.hpp"

extern "C" int LLVMFuzzerTestOneInput(const uint8_t* data, size_t size) {
    static fuzz::Script script(R"(
import json

def check(data):
    for text in data, data.decode("latin-1"):
        try:
            value = json.loads(text, strict=len(data) % 2 == 0)
        except ValueError:  # and the errors of JSON and of codecs, which are ValueErrors
            continue
        for options in {}, {"indent": 1, "sort_keys": True}, {"ensure_ascii": False}:
            written = json.dumps(value, **options)
            assert json.dumps(json.loads(written), **options) == written, text
)");
    script.check(data, size);
    return 0;
}
