// SPDX-License-Identifier: MIT
//
// Statements (Language Reference, chapters 7 and 8) that have no file of their own.
#include "lang/codegen.hpp"

#include "vm/model/core.hpp"

namespace ouro::lang {

using vm::Value;

void Codegen::body(const List<Stmt*>& statements) {
    for (const Stmt* node : statements)
        statement(node);
}

void Codegen::statement(const Stmt* node) {
    if (is_too_deep())
        return;
    m_emit.at(node->span);
    switch (node->kind) {
    case StmtKind::ExprStmt:
        return expression_statement(*as<ExprStmt>(node));
    case StmtKind::Assign:
        return assignment(*as<Assign>(node));
    case StmtKind::AugAssign:
        return augmented(*as<AugAssign>(node));
    case StmtKind::AnnAssign:
        return annotated(*as<AnnAssign>(node));
    case StmtKind::Return:
        return return_statement(*as<Return>(node));
    case StmtKind::If:
        return if_statement(*as<If>(node));
    case StmtKind::For:
        return as<For>(node)->is_async ? async_for_statement(*as<For>(node)) : for_statement(*as<For>(node));
    case StmtKind::While:
        return while_statement(*as<While>(node));
    case StmtKind::Break:
        return break_statement(*node);
    case StmtKind::Continue:
        return continue_statement(*node);
    case StmtKind::Try:
        return try_statement(*as<Try>(node));
    case StmtKind::With:
        return with_statement(*as<With>(node), 0);
    case StmtKind::Match:
        return match_statement(*as<Match>(node));
    case StmtKind::FunctionDef:
        return function_definition(*as<FunctionDef>(node));
    case StmtKind::ClassDef:
        return class_definition(*as<ClassDef>(node));
    case StmtKind::Raise:
        return raise_statement(*as<Raise>(node));
    case StmtKind::Assert:
        return assert_statement(*as<Assert>(node));
    case StmtKind::Delete:
        return delete_statement(*as<Delete>(node));
    case StmtKind::Import:
        return import_statement(*as<Import>(node));
    case StmtKind::ImportFrom:
        return import_from(*as<ImportFrom>(node));
    case StmtKind::TypeAlias: // refused by checks.cpp
    case StmtKind::Pass:
    case StmtKind::Global:
    case StmtKind::Nonlocal:
        return;
    }
}

void Codegen::expression_statement(const ExprStmt& node) {
    RegisterScope registers(m_emit);
    if (m_compilation.is_interactive && m_frame.kind == ScopeKind::Module) {
        Reg value = operand(node.value);
        m_emit.at(node.span).Display(value);
        return;
    }
    if (as<Constant>(node.value))
        return;
    if (!as<Call>(node.value))
        return effect(node.value);
    Reg result = m_emit.allocate();
    generate(node.value, result);
    m_emit.at(node.value->span).DropCoroutine(result);
}

void Codegen::return_statement(const Return& node) {
    RegisterScope registers(m_emit);
    bool leaves = must_leave_blocks();
    if (!node.value || (as<Constant>(node.value) && as<Constant>(node.value)->value.kind == Literal::Kind::None)) {
        leave_blocks(0);
        m_emit.at(node.span).ReturnNone();
        return;
    }
    Reg value;
    if (leaves)
        generate(node.value, value = m_emit.allocate()); // a copy, which the ways out don't change
    else
        value = operand(node.value);
    leave_blocks(0);
    m_emit.at(node.span).Return(value);
}

void Codegen::if_statement(const If& first) {
    Label end;
    for (const If* node = &first;;) {
        Label otherwise;
        condition(node->test, false, otherwise);
        body(node->body);
        if (node->orelse.empty()) {
            m_emit.place(otherwise);
            break;
        }
        m_emit.Jump(end);
        m_emit.place(otherwise);
        const If* next = node->orelse.size() == 1 ? as<If>(node->orelse[0]) : nullptr;
        if (!next) {
            body(node->orelse);
            break;
        }
        node = next;
    }
    m_emit.place(end);
}

void Codegen::raise_statement(const Raise& node) {
    RegisterScope registers(m_emit);
    if (!node.exc)
        return m_emit.RaiseAgain();
    Reg exception = operand_before(node.exc, node.cause);
    if (!node.cause) {
        m_emit.at(node.span).Raise(exception);
        return;
    }
    Reg cause = operand(node.cause);
    m_emit.at(node.span).RaiseFrom(exception, cause);
}

void Codegen::assert_statement(const Assert& node) {
    if (m_compilation.optimize_level >= 1)
        return;
    RegisterScope registers(m_emit);
    Label passed;
    condition(node.test, true, passed);
    Reg exception = m_emit.allocate();
    m_emit.at(node.span).LoadAssertionError(exception);
    if (node.msg) {
        Reg message = m_emit.allocate();
        generate(node.msg, message);
        m_emit.at(node.test->span).Call(exception, exception, 1);
    }
    m_emit.at(node.test->span).Raise(exception);
    m_emit.place(passed);
}

void Codegen::import_statement(const Import& node) {
    for (const Alias* alias : node.names) {
        RegisterScope registers(m_emit);
        Reg module = m_emit.allocate();
        load_constant(Value::none(), module);
        m_emit.at(node.span).Import(module, module, 0, intern(alias->name));
        const std::string& name = *alias->name;
        size_t dot = name.find('.');
        if (!alias->asname) {
            store(m_compilation.arena.name(name.substr(0, dot)), module);
            continue;
        }
        // `import a.b.c as x` binds the submodule: a, then b of it, then c.
        while (dot != std::string::npos) {
            size_t start = dot + 1;
            dot = name.find('.', start);
            m_emit.ImportFrom(module, module, intern(name.substr(start, dot - start)));
        }
        store(alias->asname, module);
    }
}

void Codegen::import_from(const ImportFrom& node) {
    RegisterScope registers(m_emit);
    Reg module = m_emit.allocate(), value = m_emit.allocate();
    std::vector<Value> names;
    for (const Alias* alias : node.names)
        names.push_back(intern(alias->name));
    load_constant(m_emit.constants().tuple(names), module);
    if (node.level > UINT8_MAX)
        return fail("too many dots in a relative import", node.span);
    m_emit.Import(module, module, node.level, node.module ? intern(node.module) : intern(""));
    for (const Alias* alias : node.names) {
        if (*alias->name == "*") {
            m_emit.ImportStar(module);
            continue;
        }
        m_emit.ImportFrom(value, module, intern(alias->name));
        store(alias->asname ? alias->asname : alias->name, value);
    }
}

} // namespace ouro::lang
