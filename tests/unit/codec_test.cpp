// SPDX-License-Identifier: MIT
//
// The codecs as natives use them: names, round trips, error handlers.
#include "vm/objects/codecs/codec.hpp"
#include "vm/model/core.hpp"

#include <catch2/catch.hpp>

using namespace ouro::vm;

TEST_CASE("Encodings are found by any spelling of their names", "[codec]") {
    CHECK(find_encoding("UTF-8") == Encoding::Utf8);
    CHECK(find_encoding("utf8") == Encoding::Utf8);
    CHECK(find_encoding("Latin 1") == Encoding::Latin1);
    CHECK(find_encoding("US_ASCII") == Encoding::Ascii);
    CHECK(find_encoding("utf_16-le") == Encoding::Utf16LE);
    CHECK(!find_encoding("rot13"));
}

TEST_CASE("Text comes back from its bytes", "[codec]") {
    VM vm;
    Str* text = make_short_str(vm, "a\u00e9\u20ac\U0001F600z");
    for (const char* name :
         {"utf-8", "utf-8-sig", "utf-16", "utf-16-le", "utf-16-be", "utf-32", "utf-32-le", "utf-32-be"}) {
        Bytes* bytes = MUST(encode_text(vm, *text, name, "strict"));       // every character can be encoded
        CHECK(MUST(decode_bytes(vm, *bytes, name, "strict"))->view() == text->view()); // what was just encoded
    }
    CHECK(encode_text(vm, *text, "latin-1", "strict").is_error());
    CHECK(MUST(encode_text(vm, *text, "latin-1", "ignore"))->view() == "a\xe9z"); // the handler takes anything
    CHECK(decode_octets(vm, "a\xff", "utf-8", "strict").is_error());
    CHECK(MUST(decode_octets(vm, "a\xff", "utf-8", "replace"))->view() == "a\uFFFD"); // the handler takes anything
    CHECK(decode_octets(vm, "a\xff", "utf-8", "wrong").is_error());
}
