// SPDX-License-Identifier: MIT
//
// The lexer and the layout: tokens as text, literal values, lexical errors with their positions.
#include "lang/identifiers.hpp"
#include "lang/layout.hpp"

#include <catch2/catch.hpp>
#include <fmt/format.h>
#include <memory>

using namespace ouro::lang;

namespace {

// A source with its tokens; the arena keeps what the tokens point to.
struct Read {
    explicit Read(std::string_view text)
        : source(std::get<Source>(Source::from_text(text, "test.py"))), tokenized(tokenize(source, arena)) {}
    Arena arena;
    Source source;
    Tokenized tokenized;
};

// The tokens by name; names, numbers and strings with their text: "NAME:x EQUAL NUMBER:1 NEWLINE".
std::string kinds(std::string_view text) {
    Read read(text);
    std::string out;
    for (const Token& token : read.tokenized.tokens) {
        if (token.kind == TokenKind::ENDMARKER)
            break;
        bool has_text = token.kind == TokenKind::NAME || token.kind == TokenKind::NUMBER ||
                        token.kind == TokenKind::STRING || token.kind == TokenKind::FSTRING_MIDDLE ||
                        token.kind == TokenKind::FCONVERSION;
        out += out.empty() ? "" : " ";
        out += token_name(token.kind);
        if (has_text)
            out += fmt::format(":{}", token.text());
    }
    return out;
}

// "line:offset message" of the lexical error in `text`, or "".
std::string error(std::string_view text) {
    Read read(text);
    const auto& found = read.tokenized.error ? read.tokenized.error : read.tokenized.literal_error;
    if (!found)
        return "";
    ErrorOffsets offsets = error_offsets(*found, read.source);
    std::string type = found->type == SyntaxError::Type::SyntaxError ? "" : fmt::format("{}: ", type_name(found->type));
    return fmt::format("{}:{} {}{}", offsets.lineno, offsets.offset, type, found->message);
}

// The value of the literal that `text` consists of.
std::string value(std::string_view text) {
    Read read(text);
    Literal literal = read.tokenized.tokens.at(0).literal();
    switch (literal.kind) {
    case Literal::Kind::Float:
        return fmt::format("float {}", literal.number);
    case Literal::Kind::Imaginary:
        return fmt::format("imaginary {}", literal.number);
    default:
        return *literal.text;
    }
}

std::string repeat(std::string_view text, int times) {
    std::string out;
    for (int i = 0; i < times; ++i)
        out += text;
    return out;
}

} // namespace

TEST_CASE("every operator and keyword of tokens.def is lexed as its kind") {
    struct Spelling {
        TokenKind kind;
        const char* text;
    };
    constexpr Spelling SPELLINGS[] = {
#define TOKEN(name, text) {TokenKind::name, text},
#define SOFT_KEYWORD(name, text)
#include "lang/tokens.def"
    };
    for (const Spelling& spelling : SPELLINGS) {
        if (spelling.kind < TokenKind::LPAR)
            continue;
        CAPTURE(spelling.text);
        std::string text = spelling.text;
        bool is_closer = text == ")" || text == "]" || text == "}";
        std::string opener = text == ")" ? "(" : text == "]" ? "[" : "{";
        Read read(is_closer ? opener + text : text);
        CHECK(read.tokenized.tokens.at(is_closer).kind == spelling.kind);
        CHECK(read.tokenized.tokens.at(is_closer).text() == text);
    }
}

TEST_CASE("tokens are printed with their positions") {
    Read read("if x:\n\ty = 'a\\n'\n");
    CHECK(dump_tokens(read.tokenized.tokens) == "1:0-1:2 KW_IF 'if'\n"
                                                "1:3-1:4 NAME 'x'\n"
                                                "1:4-1:5 COLON ':'\n"
                                                "1:5-1:6 NEWLINE '\\n'\n"
                                                "2:0-2:1 INDENT '\\x09'\n"
                                                "2:1-2:2 NAME 'y'\n"
                                                "2:3-2:4 EQUAL '='\n"
                                                "2:5-2:10 STRING '\\'a\\\\n\\''\n"
                                                "2:10-2:11 NEWLINE '\\n'\n"
                                                "3:0-3:0 DEDENT ''\n"
                                                "3:0-3:0 ENDMARKER ''\n");
}

TEST_CASE("lines join inside brackets and behind backslashes") {
    CHECK(kinds("(a,\n  b)\n") == "LPAR NAME:a COMMA NAME:b RPAR NEWLINE");
    CHECK(kinds("a \\\n  b\n") == "NAME:a NAME:b NEWLINE");
    CHECK(kinds("a # text\n\n   \n\f\nb") == "NAME:a NEWLINE NAME:b NEWLINE");
    CHECK(kinds("") == "");
    CHECK(kinds("# only a comment") == "");
    CHECK(kinds("a\r\nb\rc") == "NAME:a NEWLINE NAME:b NEWLINE NAME:c NEWLINE");
}

TEST_CASE("indentation opens and closes blocks") {
    CHECK(kinds("a\n b\n  c\nd") ==
          "NAME:a NEWLINE INDENT NAME:b NEWLINE INDENT NAME:c NEWLINE DEDENT DEDENT NAME:d NEWLINE");
    CHECK(kinds("a\n\tb\n        c") == "NAME:a NEWLINE INDENT NAME:b NEWLINE ERRORTOKEN");
    CHECK(error("if 1:\n\tx\n        y") == "3:1 TabError: inconsistent use of tabs and spaces in indentation");
    CHECK(error("if 1:\n  é\n éé = 1 + 2") ==
          "3:12 IndentationError: unindent does not match any outer indentation level");
    CHECK(kinds("a\n  \\\n b\n  c") == "NAME:a NEWLINE INDENT NAME:b NEWLINE NAME:c NEWLINE DEDENT");
    std::string deep;
    for (int i = 0; i <= 100; ++i)
        deep += std::string(i, ' ') + "if 1:\n";
    CHECK(error(deep) == "101:1 IndentationError: too many levels of indentation");
}

TEST_CASE("numbers") {
    CHECK(value("1_000") == "1000");
    CHECK(value("0XfF_1") == "0xff1");
    CHECK(value("0b1_0") == "0b10");
    CHECK(value("0O_17") == "0o17");
    CHECK(value("00_0") == "000");
    CHECK(value("1_0.5e-1_0") == fmt::format("float {}", 10.5e-10));
    CHECK(value("012.") == "float 12");
    CHECK(value("1e400") == "float inf");
    CHECK(value("1e-400") == "float 0");
    CHECK(value("0." + repeat("0", 400) + "1") == "float 0");
    CHECK(value(repeat("9", 400) + ".") == "float inf");
    CHECK(value(".5J") == "imaginary 0.5");
    CHECK(kinds("1..real 1if 2") == "NUMBER:1. DOT NAME:real NUMBER:1 KW_IF NUMBER:2 NEWLINE");
    CHECK(kinds("....5") == "ELLIPSIS NUMBER:.5 NEWLINE");
}

TEST_CASE("malformed numbers") {
    CHECK(error("1_000_") == "1:6 invalid decimal literal");
    CHECK(error("1__0") == "1:2 invalid decimal literal");
    CHECK(error("12abc") == "1:2 invalid decimal literal");
    CHECK(error("1e+") == "1:3 invalid decimal literal");
    CHECK(error("1.5jx") == "1:4 invalid imaginary literal");
    CHECK(error("0x") == "1:2 invalid hexadecimal literal");
    CHECK(error("0b12") == "1:4 invalid digit '2' in binary literal");
    CHECK(error("0o1_8") == "1:5 invalid digit '8' in octal literal");
    CHECK(error("x = 00_12") == "1:5 leading zeros in decimal integer literals are not permitted; use an 0o prefix "
                                "for octal integers");
    CHECK(error(std::string(4300, '1')) == "");
    CHECK(error(std::string(4301, '1')) ==
          "1:0 Exceeds the limit (4300 digits) for integer string conversion: value has 4301 digits; use "
          "sys.set_int_max_str_digits() to increase the limit - Consider hexadecimal for huge integer literals to "
          "avoid decimal conversion limits.");
    CHECK(error("0x" + std::string(5000, '1')) == "");
    CHECK(Read("1if 2 else 3").tokenized.warnings.at(0).message == "invalid decimal literal");
}

TEST_CASE("strings are decoded") {
    CHECK(value(R"('a\tb\x41\u00e9\U0001F600\101\
c')") == "a\tbAé\U0001F600Ac");
    CHECK(value(R"(r'a\tb\'')") == R"(a\tb\')");
    CHECK(value("'''a\n'b''c'''") == "a\n'b''c");
    CHECK(value("''''a'''") == "'a");
    CHECK(value(R"(bR'\x')") == R"(\x)");
    CHECK(value(R"(b'\xff\400')") == std::string("\xff\0", 2));
    CHECK(value(R"('\ud800')") == "\xed\xa0\x80");
    CHECK(value("'a\\\r\nb'") == "ab");
    CHECK(kinds("''''''") == "STRING:'''''' NEWLINE");
    CHECK(kinds("bb'a'") == "NAME:bb STRING:'a' NEWLINE");
    CHECK(kinds("ub'a'") == "ERRORTOKEN"); // prefixes that exclude each other
}

TEST_CASE("invalid escapes warn once in a string") {
    Read read("x = '\\d\\e'\n");
    REQUIRE(read.tokenized.warnings.size() == 1);
    CHECK(read.tokenized.warnings[0].message ==
          "\"\\d\" is an invalid escape sequence. Such sequences will not work in the future. "
          "Did you mean \"\\\\d\"? A raw string is also an option.");
}

TEST_CASE("strings that have no value") {
    CHECK(error(R"('abc\x')") == "1:1 (unicode error) 'unicodeescape' codec can't decode bytes in position 3-4: "
                                 "truncated \\xXX escape");
    CHECK(error(R"('é\U12345678')") == "1:1 (unicode error) 'unicodeescape' codec can't decode bytes in position "
                                       "10-19: illegal Unicode character");
    CHECK(error(R"(b'\x1')") == "1:1 (value error) invalid \\x escape at position 0");
    CHECK(error("x = b'é'") == "1:5 bytes can only contain ASCII literal characters");
    CHECK(
        error(R"('\N{foo}')") ==
        "1:1 (unicode error) 'unicodeescape' codec can't decode bytes in position 0-6: unknown Unicode character name");
    CHECK(error(R"('é\N{é')") == "1:1 (unicode error) 'unicodeescape' codec can't decode bytes in position 10-22: "
                                 "malformed \\N character escape");
    CHECK(error(R"(f'abc{a}\x')") == "1:11 (unicode error) 'unicodeescape' codec can't decode bytes in position 0-1: "
                                     "truncated \\xXX escape");
}

TEST_CASE("strings without an end") {
    CHECK(error("x = é + 'abc") == "1:9 unterminated string literal (detected at line 1)");
    CHECK(error("'abc\\\ndef") == "1:1 unterminated string literal (detected at line 2)");
    CHECK(error("\n x = '''abc\n\nghi") == "2:6 unterminated triple-quoted string literal (detected at line 4)");
    CHECK(error("f'abc") == "1:1 unterminated f-string literal (detected at line 1)");
    CHECK(error("x = f'''{a:\nb") == "1:5 unterminated triple-quoted f-string literal (detected at line 2)");
    CHECK(error("t'abc") == "1:1 unterminated t-string literal (detected at line 1)");
}

TEST_CASE("f-strings nest") {
    CHECK(kinds("f'a{b!r:>{w}}c'") ==
          "FSTRING_START FSTRING_MIDDLE:a LBRACE NAME:b FCONVERSION:!r COLON "
          "FSTRING_MIDDLE:> LBRACE NAME:w RBRACE RBRACE FSTRING_MIDDLE:c FSTRING_END NEWLINE");
    CHECK(kinds("f'{f'{'x'}'}'") ==
          "FSTRING_START LBRACE FSTRING_START LBRACE STRING:'x' RBRACE FSTRING_END RBRACE FSTRING_END NEWLINE");
    CHECK(kinds("f'{a:=5}'") == "FSTRING_START LBRACE NAME:a COLON FSTRING_MIDDLE:=5 RBRACE FSTRING_END NEWLINE");
    CHECK(kinds("f'{a!=b}'") == "FSTRING_START LBRACE NAME:a NOTEQUAL NAME:b RBRACE FSTRING_END NEWLINE");
    CHECK(kinds("f'{x[1:2]}{(y:=1)}'") ==
          "FSTRING_START LBRACE NAME:x LSQB NUMBER:1 COLON NUMBER:2 RSQB RBRACE LBRACE LPAR NAME:y COLONEQUAL NUMBER:1 "
          "RPAR RBRACE FSTRING_END NEWLINE");
    CHECK(kinds("f'''{\na # b\n}'''") == "FSTRING_START LBRACE NAME:a RBRACE FSTRING_END NEWLINE");
    Read read("f'{{a}}{b}\\n'");
    CHECK(*read.tokenized.tokens.at(1).value == "{a}");
    CHECK(*read.tokenized.tokens.at(5).value == "\n");
    CHECK(kinds("f'\\{a}'") == "FSTRING_START FSTRING_MIDDLE:\\ LBRACE NAME:a RBRACE FSTRING_END NEWLINE");
    CHECK(kinds("Rt'\\{a}'") == "TSTRING_START TSTRING_MIDDLE LBRACE NAME:a RBRACE TSTRING_END NEWLINE");
}

TEST_CASE("the text of a self-documenting field") {
    Read read("f'{ x  = # c\n !r}'");
    const auto& tokens = read.tokenized.tokens;
    REQUIRE(tokens.at(4).kind == TokenKind::FCONVERSION);
    CHECK(text_between(tokens.at(1), tokens.at(4)) == " x  = \n ");
}

TEST_CASE("malformed f-strings") {
    CHECK(error("f'{a'") == "1:5 f-string: expecting '}'");
    CHECK(error("f'{a}}'") == "1:6 f-string: single '}' is not allowed");
    CHECK(error("f'{a") == "1:3 '{' was never closed");
    CHECK(error("f'{a)}'") == "1:5 f-string: unmatched ')'");
    CHECK(error("f'{(a}'") == "1:6 closing parenthesis '}' does not match opening parenthesis '('");
    CHECK(error("f'{a:{b:{c:{d}}}}'") == "1:11 f-string: expressions nested too deeply");
    CHECK(error("f'{a!x}'") == "1:6 f-string: invalid conversion character 'x': expected 's', 'r', or 'a'");
    CHECK(error(repeat("f\"{", 151)) == "1:449 too many nested f-strings");
}

TEST_CASE("brackets must match") {
    CHECK(error("foo(é[1\n\n2") == "1:6 '[' was never closed");
    CHECK(error("x = é]") == "1:6 unmatched ']'");
    CHECK(error("foo(\né]") == "2:2 closing parenthesis ']' does not match opening parenthesis '(' on line 1");
    CHECK(error(repeat("(", 200)) == "1:200 '(' was never closed");
    CHECK(error(repeat("(", 100'000)) == "1:201 too many nested parentheses");
}

TEST_CASE("stray characters") {
    CHECK(error("x = “hello”") == "1:5 invalid character '“' (U+201C)");
    CHECK(error("x = 1\u00a0+ 2") == "1:6 invalid non-printable character U+00A0");
    CHECK(error("a\x07") == "1:2 invalid non-printable character U+0007");
    CHECK(error("y\nx = \\ a") == "2:6 unexpected character after line continuation character");
    CHECK(error("y\nx = \\") == "2:6 unexpected EOF while parsing");
    CHECK(kinds("a ? b") == "NAME:a ERRORTOKEN NAME:b NEWLINE");
}

TEST_CASE("identifiers are normalised") {
    Read read("ﬁ = µ2 + 名前");
    CHECK(*read.tokenized.tokens.at(0).name() == "fi");
    CHECK(*read.tokenized.tokens.at(2).name() == "μ2");
    CHECK(*read.tokenized.tokens.at(4).name() == "名前");
    CHECK(find_invalid_identifier_character("a·") == std::string::npos);
    CHECK(find_invalid_identifier_character("·a") == 0);
    CHECK(find_invalid_identifier_character("aé€") == 3);
}

TEST_CASE("equal names share their text") {
    Read read("spam = spam + Spam");
    CHECK(read.tokenized.tokens.at(0).name() == read.tokenized.tokens.at(2).name());
    CHECK(read.tokenized.tokens.at(0).name() != read.tokenized.tokens.at(4).name());
}
