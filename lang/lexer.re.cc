// SPDX-License-Identifier: MIT
//
// The lexer's rules (re2c). One line per token; the rules only say what was seen and where it ends.
//
// The longest match wins, then the first rule, so only keywords and identifiers need an order. A number that is
// followed by something that cannot follow a number ends before it: numbers.cpp says what is wrong there.
#include "lang/lexer.hpp"

namespace ouro::lang {

namespace {

Scan token(TokenKind kind, const char* begin, const char* end) { return {Lexeme::Token, kind, begin, end}; }

Scan lexeme(Lexeme what, const char* begin, const char* end) { return {what, TokenKind::ERRORTOKEN, begin, end}; }

} // namespace

// clang-format off

/*!re2c
    re2c:define:YYCTYPE = "unsigned char";
    re2c:yyfill:enable = 0;
    re2c:indent:string = "    ";

    digits    = [0-9] ("_"? [0-9])*;
    exponent  = [eE] [+-]? digits;
    float     = digits "." digits? exponent? | "." digits exponent? | digits exponent;
    radix     = "0" ( [xX] ("_"? [0-9a-fA-F])+ | [oO] ("_"? [0-7])+ | [bB] ("_"? [01])+ );
    letter    = [A-Za-z_];
    high      = [\x80-\xff];
    quotes    = "'" | '"' | "'''" | '"""';
    prefix    = 'r' | 'b' | 'u' | 'br' | 'rb';
    fprefix   = 'f' | 't' | 'fr' | 'rf' | 'tr' | 'rt';
*/

Scan scan_token(const char* cursor) {
    const char* YYCURSOR = cursor;
    const char* YYMARKER = cursor;
    const char* comment = nullptr;
    for (;;) {
        const char* begin = YYCURSOR;
        /*!re2c
            [ \t\f]+                { continue; }
            "#" [^\n\x00]*          { comment = begin; continue; }
            "\n"                    { return lexeme(Lexeme::Newline, comment ? comment : begin, YYCURSOR); }
            "\\\n"                  { return lexeme(Lexeme::JoinedLine, begin, YYCURSOR); }
            "\\"                    { return lexeme(Lexeme::Backslash, begin, YYCURSOR); }
            "\x00"                  { return lexeme(Lexeme::End, begin, begin); }
            *                       { return lexeme(Lexeme::Unknown, begin, YYCURSOR); }

            digits                  { return lexeme(Lexeme::Int, begin, YYCURSOR); }
            radix                   { return lexeme(Lexeme::RadixInt, begin, YYCURSOR); }
            float                   { return lexeme(Lexeme::Float, begin, YYCURSOR); }
            (digits | float) [jJ]   { return lexeme(Lexeme::Imaginary, begin, YYCURSOR); }
            prefix? quotes          { return lexeme(Lexeme::StringStart, begin, YYCURSOR); }
            fprefix quotes          { return lexeme(Lexeme::FStringStart, begin, YYCURSOR); }

            "("     { return token(TokenKind::LPAR, begin, YYCURSOR); }
            ")"     { return token(TokenKind::RPAR, begin, YYCURSOR); }
            "["     { return token(TokenKind::LSQB, begin, YYCURSOR); }
            "]"     { return token(TokenKind::RSQB, begin, YYCURSOR); }
            "{"     { return token(TokenKind::LBRACE, begin, YYCURSOR); }
            "}"     { return token(TokenKind::RBRACE, begin, YYCURSOR); }
            ":"     { return token(TokenKind::COLON, begin, YYCURSOR); }
            ","     { return token(TokenKind::COMMA, begin, YYCURSOR); }
            ";"     { return token(TokenKind::SEMI, begin, YYCURSOR); }
            "."     { return token(TokenKind::DOT, begin, YYCURSOR); }
            "..."   { return token(TokenKind::ELLIPSIS, begin, YYCURSOR); }
            "@"     { return token(TokenKind::AT, begin, YYCURSOR); }
            "="     { return token(TokenKind::EQUAL, begin, YYCURSOR); }
            ":="    { return token(TokenKind::COLONEQUAL, begin, YYCURSOR); }
            "->"    { return token(TokenKind::RARROW, begin, YYCURSOR); }
            "!"     { return token(TokenKind::EXCLAMATION, begin, YYCURSOR); }
            "+"     { return token(TokenKind::PLUS, begin, YYCURSOR); }
            "-"     { return token(TokenKind::MINUS, begin, YYCURSOR); }
            "*"     { return token(TokenKind::STAR, begin, YYCURSOR); }
            "/"     { return token(TokenKind::SLASH, begin, YYCURSOR); }
            "//"    { return token(TokenKind::DOUBLESLASH, begin, YYCURSOR); }
            "%"     { return token(TokenKind::PERCENT, begin, YYCURSOR); }
            "**"    { return token(TokenKind::DOUBLESTAR, begin, YYCURSOR); }
            "<<"    { return token(TokenKind::LEFTSHIFT, begin, YYCURSOR); }
            ">>"    { return token(TokenKind::RIGHTSHIFT, begin, YYCURSOR); }
            "&"     { return token(TokenKind::AMPER, begin, YYCURSOR); }
            "|"     { return token(TokenKind::VBAR, begin, YYCURSOR); }
            "^"     { return token(TokenKind::CIRCUMFLEX, begin, YYCURSOR); }
            "~"     { return token(TokenKind::TILDE, begin, YYCURSOR); }
            "<"     { return token(TokenKind::LESS, begin, YYCURSOR); }
            ">"     { return token(TokenKind::GREATER, begin, YYCURSOR); }
            "<="    { return token(TokenKind::LESSEQUAL, begin, YYCURSOR); }
            ">="    { return token(TokenKind::GREATEREQUAL, begin, YYCURSOR); }
            "=="    { return token(TokenKind::EQEQUAL, begin, YYCURSOR); }
            "!="    { return token(TokenKind::NOTEQUAL, begin, YYCURSOR); }
            "<>"    { return lexeme(Lexeme::Unknown, begin, YYCURSOR); } // Python 2's; one error, not two
            "+="    { return token(TokenKind::PLUSEQUAL, begin, YYCURSOR); }
            "-="    { return token(TokenKind::MINEQUAL, begin, YYCURSOR); }
            "*="    { return token(TokenKind::STAREQUAL, begin, YYCURSOR); }
            "/="    { return token(TokenKind::SLASHEQUAL, begin, YYCURSOR); }
            "//="   { return token(TokenKind::DOUBLESLASHEQUAL, begin, YYCURSOR); }
            "%="    { return token(TokenKind::PERCENTEQUAL, begin, YYCURSOR); }
            "**="   { return token(TokenKind::DOUBLESTAREQUAL, begin, YYCURSOR); }
            "@="    { return token(TokenKind::ATEQUAL, begin, YYCURSOR); }
            "&="    { return token(TokenKind::AMPEREQUAL, begin, YYCURSOR); }
            "|="    { return token(TokenKind::VBAREQUAL, begin, YYCURSOR); }
            "^="    { return token(TokenKind::CIRCUMFLEXEQUAL, begin, YYCURSOR); }
            "<<="   { return token(TokenKind::LEFTSHIFTEQUAL, begin, YYCURSOR); }
            ">>="   { return token(TokenKind::RIGHTSHIFTEQUAL, begin, YYCURSOR); }

            "False"     { return token(TokenKind::KW_FALSE, begin, YYCURSOR); }
            "None"      { return token(TokenKind::KW_NONE, begin, YYCURSOR); }
            "True"      { return token(TokenKind::KW_TRUE, begin, YYCURSOR); }
            "and"       { return token(TokenKind::KW_AND, begin, YYCURSOR); }
            "as"        { return token(TokenKind::KW_AS, begin, YYCURSOR); }
            "assert"    { return token(TokenKind::KW_ASSERT, begin, YYCURSOR); }
            "async"     { return token(TokenKind::KW_ASYNC, begin, YYCURSOR); }
            "await"     { return token(TokenKind::KW_AWAIT, begin, YYCURSOR); }
            "break"     { return token(TokenKind::KW_BREAK, begin, YYCURSOR); }
            "class"     { return token(TokenKind::KW_CLASS, begin, YYCURSOR); }
            "continue"  { return token(TokenKind::KW_CONTINUE, begin, YYCURSOR); }
            "def"       { return token(TokenKind::KW_DEF, begin, YYCURSOR); }
            "del"       { return token(TokenKind::KW_DEL, begin, YYCURSOR); }
            "elif"      { return token(TokenKind::KW_ELIF, begin, YYCURSOR); }
            "else"      { return token(TokenKind::KW_ELSE, begin, YYCURSOR); }
            "except"    { return token(TokenKind::KW_EXCEPT, begin, YYCURSOR); }
            "finally"   { return token(TokenKind::KW_FINALLY, begin, YYCURSOR); }
            "for"       { return token(TokenKind::KW_FOR, begin, YYCURSOR); }
            "from"      { return token(TokenKind::KW_FROM, begin, YYCURSOR); }
            "global"    { return token(TokenKind::KW_GLOBAL, begin, YYCURSOR); }
            "if"        { return token(TokenKind::KW_IF, begin, YYCURSOR); }
            "import"    { return token(TokenKind::KW_IMPORT, begin, YYCURSOR); }
            "in"        { return token(TokenKind::KW_IN, begin, YYCURSOR); }
            "is"        { return token(TokenKind::KW_IS, begin, YYCURSOR); }
            "lambda"    { return token(TokenKind::KW_LAMBDA, begin, YYCURSOR); }
            "nonlocal"  { return token(TokenKind::KW_NONLOCAL, begin, YYCURSOR); }
            "not"       { return token(TokenKind::KW_NOT, begin, YYCURSOR); }
            "or"        { return token(TokenKind::KW_OR, begin, YYCURSOR); }
            "pass"      { return token(TokenKind::KW_PASS, begin, YYCURSOR); }
            "raise"     { return token(TokenKind::KW_RAISE, begin, YYCURSOR); }
            "return"    { return token(TokenKind::KW_RETURN, begin, YYCURSOR); }
            "try"       { return token(TokenKind::KW_TRY, begin, YYCURSOR); }
            "while"     { return token(TokenKind::KW_WHILE, begin, YYCURSOR); }
            "with"      { return token(TokenKind::KW_WITH, begin, YYCURSOR); }
            "yield"     { return token(TokenKind::KW_YIELD, begin, YYCURSOR); }

            letter (letter | [0-9])*                        { return lexeme(Lexeme::Name, begin, YYCURSOR); }
            (letter | high) (letter | [0-9] | high)*        { return lexeme(Lexeme::UnicodeName, begin, YYCURSOR); }
        */
    }
}

// Whether the quotes that close the string stand at `cursor`.
static bool closes(const char* cursor, char quote, bool triple) {
    return *cursor == quote && (!triple || (cursor[1] == quote && cursor[2] == quote));
}

// Behind the closing brace of a \N{...} escape whose name begins at `cursor`; at what breaks it off if it has none.
static const char* skip_character_name(const char* cursor, char quote) {
    while (*cursor && *cursor != '{' && *cursor != '}' && *cursor != '\n' && *cursor != quote)
        ++cursor;
    return cursor + (*cursor == '}');
}

static void count_line(TextScan& scan, const char* after) {
    ++scan.newlines;
    scan.line = after;
}

TextScan scan_string(const char* cursor, char quote, bool triple) {
    const char* YYCURSOR = cursor;
    TextScan scan{cursor, cursor};
    for (;;) {
        scan.end = YYCURSOR;
        /*!re2c
            [^\\\n'"\x00\x80-\xff]+ { continue; }
            high+           { scan.has_unicode = true; continue; }
            "\\\n"          { scan.has_escapes = true; count_line(scan, YYCURSOR); continue; }
            "\\"            { scan.has_escapes = true; YYCURSOR += *YYCURSOR > 0; continue; }
            "\n"            { if (!triple) return scan; count_line(scan, YYCURSOR); continue; }
            ['"]            {
                                scan.is_closed = closes(scan.end, quote, triple);
                                if (scan.is_closed) return scan;
                                continue;
                            }
            "\x00"          { return scan; }
        */
    }
}

TextScan scan_fstring(const char* cursor, char quote, bool triple, bool raw, bool spec) {
    const char* YYCURSOR = cursor;
    const char* YYMARKER = cursor;
    TextScan scan{cursor, cursor};
    for (;;) {
        scan.end = YYCURSOR;
        /*!re2c
            [^\\\n'"{}\x00\x80-\xff]+ { continue; }
            high+           { scan.has_unicode = true; continue; }
            "\\" [{}]       { scan.has_escapes = true; --YYCURSOR; continue; }
            "\\\n"          { scan.has_escapes = true; count_line(scan, YYCURSOR); continue; }
            "\\N{"          {
                                scan.has_escapes = true;
                                --YYCURSOR;
                                if (raw) continue;
                                YYCURSOR = skip_character_name(YYCURSOR + 1, quote);
                                continue;
                            }
            "\\"            { scan.has_escapes = true; YYCURSOR += *YYCURSOR > 0; continue; }
            "{{" | "}}"     { if (spec) return scan; scan.has_escapes = true; continue; }
            [{}]            { return scan; }
            "\n"            { if (!triple) return scan; count_line(scan, YYCURSOR); continue; }
            ['"]            {
                                scan.is_closed = closes(scan.end, quote, triple);
                                if (scan.is_closed) return scan;
                                continue;
                            }
            "\x00"          { return scan; }
        */
    }
}

// clang-format on

} // namespace ouro::lang
