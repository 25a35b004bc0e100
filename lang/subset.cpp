// SPDX-License-Identifier: MIT
//
// The table of refused syntax: a row for each thing, with the test that finds it on a node.
#include "lang/subset.hpp"

#include <algorithm>

namespace ouro::lang {

static List<TypeParam*> type_params_of(const Stmt& statement) {
    if (auto* function = as<FunctionDef>(&statement))
        return function->type_params;
    if (auto* class_def = as<ClassDef>(&statement))
        return class_def->type_params;
    return {};
}

static bool has_type_params(const Stmt& statement) { return !type_params_of(statement).empty(); }

static bool is_type_statement(const Stmt& statement) { return statement.kind == StmtKind::TypeAlias; }

// The one future feature that changes the grammar: `<>` in place of `!=`.
static bool imports_old_inequality(const Stmt& statement) {
    auto* import = as<ImportFrom>(&statement);
    if (!import || import->level != 0 || !import->module || *import->module != "__future__")
        return false;
    return std::any_of(import->names.begin(), import->names.end(),
                       [](const Alias* alias) { return *alias->name == "barry_as_FLUFL"; });
}

static bool is_template(const Expr& expression) { return expression.kind == ExprKind::TemplateStr; }

static bool is_imaginary(const Expr& expression) {
    auto* constant = as<Constant>(&expression);
    return constant && constant->value.kind == Literal::Kind::Imaginary;
}

namespace {

template <class T>
struct Row {
    bool (*found)(const T&);
    const char* what;
};

constexpr Row<Stmt> STATEMENTS[] = {
    {has_type_params, "type parameters"},
    {is_type_statement, "type statements"},
    {imports_old_inequality, "programs with barry_as_FLUFL"},
};

constexpr Row<Expr> EXPRESSIONS[] = {
    {is_template, "template strings"},
    {is_imaginary, "complex numbers"},
};

} // namespace

Refusal refused(const Stmt& statement) {
    for (const Row<Stmt>& row : STATEMENTS) {
        if (!row.found(statement))
            continue;
        List<TypeParam*> params = type_params_of(statement);
        return {row.what, params.empty() ? statement.span : params.front()->span + params.back()->span};
    }
    return {};
}

Refusal refused(const Expr& expression) {
    for (const Row<Expr>& row : EXPRESSIONS)
        if (row.found(expression))
            return {row.what, expression.span};
    return {};
}

} // namespace ouro::lang
