// SPDX-License-Identifier: MIT
//
// Decoding of source bytes, and the text of errors about them.
#include "lang/source.hpp"

#include <catch2/catch.hpp>

using namespace ouro::lang;

namespace {

std::string text_of(std::string_view bytes) {
    auto decoded = Source::decode(bytes, "test.py");
    if (auto* error = std::get_if<SyntaxError>(&decoded))
        return format_syntax_error(*error, "test.py");
    return std::string(std::get<Source>(decoded).text());
}

} // namespace

TEST_CASE("source text ends in a newline and has no other line ends") {
    CHECK(text_of("") == "");
    CHECK(text_of("a") == "a\n");
    CHECK(text_of("a\r\nb\rc\n\r") == "a\nb\nc\n\n");
    CHECK(text_of("\xef\xbb\xbf"
                  "a\n") == "a\n");
}

TEST_CASE("the encoding cookie") {
    CHECK(text_of("# coding: latin-1\n\xe9") == "# coding: latin-1\né\n");
    CHECK(text_of("#!x\n# -*- coding: ISO_8859_1 -*-\n\xe9") == "#!x\n# -*- coding: ISO_8859_1 -*-\né\n");
    CHECK(text_of("# vim: set fileencoding=utf8 :\né") == "# vim: set fileencoding=utf8 :\né\n");
    CHECK(text_of("x\n# coding: foo\n") == "x\n# coding: foo\n");
    CHECK(text_of("# coding: foo\n") == "SyntaxError: unknown encoding: foo\n");
    CHECK(text_of("# coding: ascii\n\xc3\xa9") ==
          "SyntaxError: 'ascii' codec can't decode byte 0xc3 in position 16: ordinal not in range(128)\n");
    CHECK(text_of("\xef\xbb\xbf# coding: latin-1\n") == "SyntaxError: encoding problem: iso-8859-1 with BOM\n");
}

TEST_CASE("bytes that are no source text") {
    CHECK(text_of("x\n\ny = '\xff'") ==
          "SyntaxError: Non-UTF-8 code starting with '\\xff' in file test.py on line 3, but no encoding declared; see "
          "https://peps.python.org/pep-0263/ for details\n");
    CHECK(text_of("\xed\xa0\x80").starts_with("SyntaxError: Non-UTF-8 code starting with '\\xed'"));
    CHECK(text_of(std::string_view("x\ny\0", 4)) ==
          "  File \"test.py\", line 2\nSyntaxError: source code cannot contain null bytes\n");
}

TEST_CASE("lines and offsets") {
    Source source = std::get<Source>(Source::from_text("ab\n\ncd", "test.py"));
    CHECK(source.line_count() == 3);
    CHECK(source.line(1) == "ab");
    CHECK(source.line(2) == "");
    CHECK(source.line(3) == "cd");
    CHECK(source.line(4) == "");
    CHECK(source.line(0) == "");
    CHECK(source.offset({3, 1}) == 5);
    CHECK(source.offset({1, 99}) == 2);
    CHECK_FALSE(source.ended_in_newline());
}

TEST_CASE("syntax errors show their line with carets") {
    Source source = std::get<Source>(Source::from_text("x\n \té = (1 2)\nlast", "test.py"));
    auto show = [&](Span span) { return format_syntax_error({{}, "message", span}, source); };
    CHECK(show({{2, 8}, {2, 11}}) == "  File \"test.py\", line 2\n"
                                     "    \té = (1 2)\n"
                                     "    \t     ^^^\n"
                                     "SyntaxError: message\n");
    CHECK(show({{2, 8}, {2, 8}}) == "  File \"test.py\", line 2\n"
                                    "    \té = (1 2)\n"
                                    "    \t     ^\n"
                                    "SyntaxError: message\n");
    CHECK(show({{2, 11}, {3, 2}}) == "  File \"test.py\", line 2\n"
                                     "    \té = (1 2)\n"
                                     "    \t        ^\n"
                                     "SyntaxError: message\n");
    CHECK(show({{1, 1}, {1, 1}}) == "  File \"test.py\", line 1\n"
                                    "    x\n"
                                    "     ^\n"
                                    "SyntaxError: message\n");
    CHECK(show({{2, 0}, {2, 0}}) == "  File \"test.py\", line 2\n"
                                    "    \té = (1 2)\n"
                                    "SyntaxError: message\n");
    CHECK(show({{3, NO_COLUMN}, {3, NO_COLUMN}}) == "  File \"test.py\", line 3\n"
                                                    "    last\n"
                                                    "SyntaxError: message\n");
    CHECK(show({{0, 0}, {0, 0}}) == "SyntaxError: message\n");
}
