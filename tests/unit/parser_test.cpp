// SPDX-License-Identifier: MIT
//
// The parser: one construct a test, compared by the text of its AST. Whether positions and trees are CPython's is
// checked over whole libraries by tools/compare_ast.py; these tests say what is meant.
#include "parser_fixture.hpp"

#include <catch2/catch.hpp>

using namespace ouro::lang;

TEST_CASE("assignment chains convert their targets", "[parser]") {
    CHECK(parsed("a = b, *c = d\n") == "Assign\n"
                                       "  targets: NameExpr id='a' context=Store\n"
                                       "  targets: TupleExpr context=Store\n"
                                       "    elements: NameExpr id='b' context=Store\n"
                                       "    elements: Starred context=Store\n"
                                       "      value: NameExpr id='c' context=Store\n"
                                       "  value: NameExpr id='d' context=Load\n");
}

TEST_CASE("positions are those of Python's ast", "[parser]") {
    CHECK(parsed("x = (a +\n  b)\n", DumpPositions::Yes) == "Assign @1:0-2:4\n"
                                                            "  targets: NameExpr id='x' context=Store @1:0-1:1\n"
                                                            "  value: BinOp op=Add @1:5-2:3\n"
                                                            "    left: NameExpr id='a' context=Load @1:5-1:6\n"
                                                            "    right: NameExpr id='b' context=Load @2:2-2:3\n");
}

TEST_CASE("a block ends with its last statement, not with its line", "[parser]") {
    CHECK(parsed("if a:\n    pass;\n\n\n", DumpPositions::Yes) == "If @1:0-2:9\n"
                                                                  "  test: NameExpr id='a' context=Load @1:3-1:4\n"
                                                                  "  body: Pass @2:4-2:8\n");
}

TEST_CASE("operators bind as in Python", "[parser]") {
    CHECK(parsed("-a ** -b") == "ExprStmt\n"
                                "  value: UnaryOp op=USub\n"
                                "    operand: BinOp op=Pow\n"
                                "      left: NameExpr id='a' context=Load\n"
                                "      right: UnaryOp op=USub\n"
                                "        operand: NameExpr id='b' context=Load\n");
    CHECK(parsed("not a == b or c and d") == "ExprStmt\n"
                                             "  value: BoolOp op=Or\n"
                                             "    values: UnaryOp op=Not\n"
                                             "      operand: Compare ops=Eq\n"
                                             "        left: NameExpr id='a' context=Load\n"
                                             "        comparators: NameExpr id='b' context=Load\n"
                                             "    values: BoolOp op=And\n"
                                             "      values: NameExpr id='c' context=Load\n"
                                             "      values: NameExpr id='d' context=Load\n");
    CHECK(parsed("a == not b") == "1:6-1:9 invalid syntax");
    CHECK(parsed("- not a") == "1:3-1:8 'not' after an operator must be parenthesized");
    CHECK(parsed("await -a") == "1:7-1:8 invalid syntax");
}

TEST_CASE("elif is an If inside orelse", "[parser]") {
    CHECK(parsed("if a: b\nelif c: d\nelse: e\n") == "If\n"
                                                     "  test: NameExpr id='a' context=Load\n"
                                                     "  body: ExprStmt\n"
                                                     "    value: NameExpr id='b' context=Load\n"
                                                     "  orelse: If\n"
                                                     "    test: NameExpr id='c' context=Load\n"
                                                     "    body: ExprStmt\n"
                                                     "      value: NameExpr id='d' context=Load\n"
                                                     "    orelse: ExprStmt\n"
                                                     "      value: NameExpr id='e' context=Load\n");
}

TEST_CASE("parentheses after with hold items or one expression", "[parser]") {
    const std::string two_items = "With\n"
                                  "  items: WithItem\n"
                                  "    context_expr: NameExpr id='a' context=Load\n"
                                  "  items: WithItem\n"
                                  "    context_expr: NameExpr id='b' context=Load\n"
                                  "  body: Pass\n";
    CHECK(parsed("with a, b: pass") == two_items);
    CHECK(parsed("with (a, b): pass") == two_items);
    CHECK(parsed("with (a, b,): pass") == two_items);
    CHECK(parsed("with ((a, b)): pass") == "With\n"
                                           "  items: WithItem\n"
                                           "    context_expr: TupleExpr context=Load\n"
                                           "      elements: NameExpr id='a' context=Load\n"
                                           "      elements: NameExpr id='b' context=Load\n"
                                           "  body: Pass\n");
    CHECK(parsed("with (a as b, c): pass") == "With\n"
                                              "  items: WithItem\n"
                                              "    context_expr: NameExpr id='a' context=Load\n"
                                              "    optional_vars: NameExpr id='b' context=Store\n"
                                              "  items: WithItem\n"
                                              "    context_expr: NameExpr id='c' context=Load\n"
                                              "  body: Pass\n");
}

TEST_CASE("arguments keep positional and named ones apart", "[parser]") {
    CHECK(parsed("f(a, b=1, *c, **d)") == "ExprStmt\n"
                                          "  value: Call\n"
                                          "    func: NameExpr id='f' context=Load\n"
                                          "    args: NameExpr id='a' context=Load\n"
                                          "    args: Starred context=Load\n"
                                          "      value: NameExpr id='c' context=Load\n"
                                          "    keywords: Keyword arg='b'\n"
                                          "      value: Constant value=1\n"
                                          "    keywords: Keyword\n"
                                          "      value: NameExpr id='d' context=Load\n");
}

TEST_CASE("parameters of all kinds", "[parser]") {
    CHECK(parsed("def f(a, /, b=1, *c, d, e=2, **g): pass") == "FunctionDef name='f'\n"
                                                               "  arguments: Arguments\n"
                                                               "    posonlyargs: Arg name='a'\n"
                                                               "    args: Arg name='b'\n"
                                                               "    vararg: Arg name='c'\n"
                                                               "    kwonlyargs: Arg name='d'\n"
                                                               "    kwonlyargs: Arg name='e'\n"
                                                               "    kw_defaults: None\n"
                                                               "    kw_defaults: Constant value=2\n"
                                                               "    kwarg: Arg name='g'\n"
                                                               "    defaults: Constant value=1\n"
                                                               "  body: Pass\n");
}

TEST_CASE("strings side by side are one", "[parser]") {
    CHECK(parsed("'a' \"b\"") == "ExprStmt\n  value: Constant value='ab'\n");
    CHECK(parsed("b'a' b'\\xff'") == "ExprStmt\n  value: Constant value=b'a\\xff'\n");
    CHECK(parsed("'a' f'b{c}' 'd'") == "ExprStmt\n"
                                       "  value: JoinedStr\n"
                                       "    values: Constant value='ab'\n"
                                       "    values: FormattedValue\n"
                                       "      value: NameExpr id='c' context=Load\n"
                                       "    values: Constant value='d'\n");
}

TEST_CASE("replacement fields", "[parser]") {
    CHECK(parsed("f'{x = }{y!r:>{z}}'") == "ExprStmt\n"
                                           "  value: JoinedStr\n"
                                           "    values: Constant value='x = '\n"
                                           "    values: FormattedValue conversion=r\n"
                                           "      value: NameExpr id='x' context=Load\n"
                                           "    values: FormattedValue conversion=r\n"
                                           "      value: NameExpr id='y' context=Load\n"
                                           "      format_spec: JoinedStr\n"
                                           "        values: Constant value='>'\n"
                                           "        values: FormattedValue\n"
                                           "          value: NameExpr id='z' context=Load\n");
    CHECK(parsed("t'a{ x }'") == "ExprStmt\n"
                                 "  value: TemplateStr\n"
                                 "    values: Constant value='a'\n"
                                 "    values: Interpolation text='x'\n"
                                 "      value: NameExpr id='x' context=Load\n");
}

TEST_CASE("patterns", "[parser]") {
    const std::string expected = "Match\n"
                                 "  subject: NameExpr id='a' context=Load\n"
                                 "  cases: MatchCase\n"
                                 "    pattern: MatchSequence\n"
                                 "      patterns: MatchClass keyword_attrs='y'\n"
                                 "        cls: NameExpr id='P' context=Load\n"
                                 "        patterns: MatchAs name='x'\n"
                                 "        keyword_patterns: MatchOr\n"
                                 "          patterns: MatchValue\n"
                                 "            value: Constant value=1\n"
                                 "          patterns: MatchValue\n"
                                 "            value: UnaryOp op=USub\n"
                                 "              operand: Constant value=2\n"
                                 "      patterns: MatchMapping rest='r'\n"
                                 "        keys: Constant value='k'\n"
                                 "        patterns: MatchAs\n"
                                 "    body: Pass\n";
    CHECK(parsed("match a:\n  case P(x, y=1 | -2), {'k': _, **r}: pass") == expected);
}

TEST_CASE("except without parentheses, as of 3.14", "[parser]") {
    CHECK(parsed("try: pass\nexcept A, B: pass") == "Try\n"
                                                    "  body: Pass\n"
                                                    "  handlers: ExceptHandler\n"
                                                    "    type: TupleExpr context=Load\n"
                                                    "      elements: NameExpr id='A' context=Load\n"
                                                    "      elements: NameExpr id='B' context=Load\n"
                                                    "    body: Pass\n");
    CHECK(parsed("try: pass\nexcept A, B as e: pass") ==
          "2:8-2:17 multiple exception types must be parenthesized when using 'as'");
}

TEST_CASE("subscripts: one index, slices, stars", "[parser]") {
    CHECK(parsed("a[b:, *c]") == "ExprStmt\n"
                                 "  value: Subscript context=Load\n"
                                 "    value: NameExpr id='a' context=Load\n"
                                 "    index: TupleExpr context=Load\n"
                                 "      elements: Slice\n"
                                 "        lower: NameExpr id='b' context=Load\n"
                                 "      elements: Starred context=Load\n"
                                 "        value: NameExpr id='c' context=Load\n");
}

TEST_CASE("type statements and type parameters", "[parser]") {
    CHECK(parsed("type A[T: int, *U, **V] = B") == "TypeAlias\n"
                                                   "  name: NameExpr id='A' context=Store\n"
                                                   "  type_params: TypeParam kind=TypeVar name='T'\n"
                                                   "    bound: NameExpr id='int' context=Load\n"
                                                   "  type_params: TypeParam kind=TypeVarTuple name='U'\n"
                                                   "  type_params: TypeParam kind=ParamSpec name='V'\n"
                                                   "  value: NameExpr id='B' context=Load\n");
}

TEST_CASE("modes", "[parser]") {
    CHECK(parsed("a", DumpPositions::No, ParseMode::Expression) == "ExprStmt\n  value: NameExpr id='a' context=Load\n");
    CHECK(parsed("a = 1", DumpPositions::No, ParseMode::Expression) == "1:3-1:4 invalid syntax");
    CHECK(parsed("a; b", DumpPositions::No, ParseMode::Interactive) == "ExprStmt\n"
                                                                       "  value: NameExpr id='a' context=Load\n"
                                                                       "ExprStmt\n"
                                                                       "  value: NameExpr id='b' context=Load\n");
    CHECK(parsed("", DumpPositions::No, ParseMode::Interactive).empty());
    CHECK(parsed("a\nb", DumpPositions::No, ParseMode::Interactive) ==
          "2:1-2:2 multiple statements found while compiling a single statement");
}
