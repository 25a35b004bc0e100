#!/usr/bin/env python3
# SPDX-License-Identifier: MIT
"""Compares Ouro's AST with CPython's, positions included.

    tools/compare_ast.py OURO FILE_OR_FOLDER...

OURO is the command (`build/release/ouro`). Every .py file is parsed by both; this prints the first line that differs of
each file, and a summary. Files that CPython refuses must be refused by Ouro. The tree is that of the CPython that runs
this script (3.13 or later, because of the positions inside f-strings).
"""

import ast
import os
import re
import subprocess
import sys

MAX_INDENT = 40
NAMES = {"Expr": "ExprStmt", "Name": "NameExpr", "List": "ListExpr", "Tuple": "TupleExpr", "TryStar": "Try",
         "AsyncFunctionDef": "FunctionDef", "AsyncFor": "For", "AsyncWith": "With", "comprehension": "Comprehension",
         "arguments": "Arguments", "arg": "Arg", "keyword": "Keyword", "alias": "Alias", "withitem": "WithItem",
         "match_case": "MatchCase", "TypeVar": "TypeParam", "ParamSpec": "TypeParam", "TypeVarTuple": "TypeParam"}
FIELDS = {"decorator_list": "decorators", "elts": "elements", "elt": "element", "ifs": "conditions", "ctx": "context",
          "kwd_attrs": "keyword_attrs", "kwd_patterns": "keyword_patterns",
          ("FunctionDef", "args"): "arguments", ("AsyncFunctionDef", "args"): "arguments",
          ("Lambda", "args"): "arguments", ("arg", "arg"): "name", ("Subscript", "slice"): "index"}
NO_POSITION = {"Comprehension", "Arguments", "WithItem", "MatchCase"}
# Nodes that carry a flag, and the order of fields where it is not that of CPython.
ORDER = {"FunctionDef": ["name", "args", "body", "decorator_list", "returns", "type_params"],
         "ClassDef": ["name", "bases", "keywords", "body", "decorator_list", "type_params"],
         "Dict": ["keys", "values"], "ImportFrom": ["module", "names", "level"]}
ORDER["AsyncFunctionDef"] = ORDER["FunctionDef"]


def quoted(text):
    out = []
    for c in text:
        if c == "\n":
            out.append("\\n")
        elif c in "'\\":
            out.append("\\" + c)
        elif c < " " or c == "\x7f":
            out.append(f"\\x{ord(c):02x}")
        else:
            out.append(c)
    return "'" + "".join(out) + "'"


def quoted_bytes(value):
    text = quoted(value.decode("latin-1"))
    return "b" + re.sub("[\x80-\xff]", lambda m: f"\\x{ord(m[0]):02x}", text)


def literal(value):
    if value is Ellipsis:
        return "..."
    if isinstance(value, str):
        return quoted(value)
    if isinstance(value, bytes):
        return quoted_bytes(value)
    return repr(value)


class Dumper:
    def __init__(self):
        self.lines = []

    def dump(self, tree):
        for statement in tree.body:
            self.node(None, statement, 0)
        return self.lines

    def fields(self, node):
        kind = type(node).__name__
        order = ORDER.get(kind, node._fields)
        for name in order:
            yield name, getattr(node, name, None)

    def node(self, field, node, depth):
        index = len(self.lines)
        self.lines.append("")
        kind = type(node).__name__
        name = NAMES.get(kind, kind)
        attributes, children = [], []
        if name == "TypeParam":
            attributes.append(f" kind={kind}")
        for field_name, value in self.fields(node):
            self.field(node, kind, field_name, value, attributes, children)
        if kind.startswith("Async"):
            attributes.append(" is_async")
        if kind == "TryStar":
            attributes.append(" is_star")
        position = ""
        if hasattr(node, "lineno"):
            position = f" @{node.lineno}:{node.col_offset}-{node.end_lineno}:{node.end_col_offset}"
        prefix = "  " * min(depth, MAX_INDENT) + (f"({depth}) " if depth > MAX_INDENT else "")
        prefix += f"{field}: " if field else ""
        self.lines[index] = prefix + name + "".join(attributes) + position
        for child_field, child in children:
            if child is None:
                prefix = "  " * min(depth + 1, MAX_INDENT) + (f"({depth + 1}) " if depth + 1 > MAX_INDENT else "")
                self.lines.append(f"{prefix}{child_field}: None")
            else:
                self.node(child_field, child, depth + 1)

    def field(self, node, kind, name, value, attributes, children):
        shown = FIELDS.get((kind, name)) or FIELDS.get(name, name)
        if kind == "FormattedValue" and name == "conversion":
            if value != -1:
                attributes.append(f" conversion={chr(value)}")
        elif kind in ("TypeVar", "ParamSpec", "TypeVarTuple") and name in ("name", "bound", "default_value"):
            if name == "name":
                attributes.append(f" name={quoted(value)}")
            elif value is not None:
                children.append((shown, value))
        elif name in ("kind", "type_comment", "type_ignores"):
            pass
        elif kind in ("Constant", "MatchSingleton") and name == "value":
            attributes.append(f" value={literal(value)}")
        elif isinstance(value, bool) or name in ("simple", "is_async"):
            if value:
                attributes.append(f" {name}")
        elif isinstance(value, int):
            if value:
                attributes.append(f" {shown}={value}")
        elif isinstance(value, str):
            attributes.append(f" {shown}={quoted(value)}")
        elif isinstance(value, (ast.expr_context, ast.operator, ast.boolop, ast.unaryop)):
            attributes.append(f" {shown}={type(value).__name__}")
        elif isinstance(value, list):
            for item in value:
                if isinstance(item, str):
                    attributes.append(f" {shown}={quoted(item)}")
                elif isinstance(item, ast.cmpop):
                    attributes.append(f" {shown}={type(item).__name__}")
                else:
                    children.append((shown, item))
        elif isinstance(value, ast.AST):
            children.append((shown, value))


NUMBER = re.compile(r"((?:[^ ]+: )?Constant value=)([0-9][^ ]*)")


def normalized(line):
    """Integers in decimal, floats as CPython writes them, no position where CPython has none."""
    text = line.lstrip(" ")
    text = re.sub(r"^\(\d+\) ", "", text)
    if text.split(": ")[-1].split(" ")[0] in NO_POSITION:
        line = line.rsplit(" @", 1)[0]
    match = NUMBER.match(text)
    if match:
        digits = match[2]
        if digits.endswith("j"):
            value = complex(digits)
        else:
            value = int(digits, 0) if re.fullmatch("0[xXoObB].*|[0-9]+", digits) else float(digits)
        line = line.replace(match[0], match[1] + repr(value), 1)
    return line


def parse_here(path):
    try:
        with open(path, "rb") as file:
            return Dumper().dump(ast.parse(file.read()))
    except (SyntaxError, ValueError):
        return None


def compare(path, there):
    """None where both agree, otherwise what differs; `there` is Ouro's dump, None where it found an error."""
    here = parse_here(path)
    if here is None or there is None:
        return None if here is there else ("Ouro refuses it" if there is None else "only CPython refuses it")
    there = [normalized(line) for line in there]
    for number, (mine, theirs) in enumerate(zip(here, there)):
        if mine != theirs:
            return f"line {number} of the dump\n    CPython {mine.strip()}\n    Ouro    {theirs.strip()}"
    return None if len(here) == len(there) else "one dump is longer"


def python_files(paths):
    for path in paths:
        if os.path.isfile(path):
            yield path
        for folder, _, names in os.walk(path):
            for name in sorted(names):
                if name.endswith(".py"):
                    yield os.path.join(folder, name)


def ouro_dump(command, path):
    result = subprocess.run([command, "--ast", "--positions", path], capture_output=True)
    if result.returncode != 0:
        return None
    return result.stdout.decode("utf-8", "surrogatepass").split("\n")[:-1]


def main():
    sys.setrecursionlimit(20000)
    sys.set_int_max_str_digits(0)
    command, paths = sys.argv[1], sys.argv[2:]
    total = different = 0
    for path in python_files(paths):
        total += 1
        difference = compare(path, ouro_dump(command, path))
        if difference:
            different += 1
            print(f"{path}: {difference}")
    print(f"{total} files, {different} differ")
    return 1 if different else 0


if __name__ == "__main__":
    sys.exit(main())
