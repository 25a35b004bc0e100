// SPDX-License-Identifier: MIT
//
// Fuzz target: bytes as a source file, decoded and cut into tokens. Tokens stand in order and inside the text.
#include "fuzz.hpp"

#include "lang/layout.hpp"
#include "lang/source.hpp"

using namespace ouro::lang;

extern "C" int LLVMFuzzerTestOneInput(const uint8_t* data, size_t size) {
    auto decoded = Source::decode({reinterpret_cast<const char*>(data), size}, "fuzz.py");
    auto* source = std::get_if<Source>(&decoded);
    if (!source)
        return 0;
    Arena arena;
    Tokenized tokens = tokenize(*source, arena);
    if (tokens.tokens.empty())
        fuzz::fail("no tokens");
    uint32_t line = 0;
    for (const Token& token : tokens.tokens) {
        if (token.span.begin.line < line)
            fuzz::fail("a token stands before its predecessor");
        line = token.span.begin.line;
        if (source->offset(token.span.begin) > source->text().size() ||
            source->offset(token.span.end) > source->text().size())
            fuzz::fail("a token stands outside the text");
    }
    return 0;
}
