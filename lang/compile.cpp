// SPDX-License-Identifier: MIT
//
// The pipeline, and the way from SyntaxError as a value to SyntaxError as a Python exception.
#include "lang/compile.hpp"

#include "lang/checks.hpp"
#include "lang/codegen.hpp"
#include "lang/parser.hpp"
#include "lang/scope.hpp"
#include "vm/errors/warn.hpp"
#include "vm/model/core.hpp"
#include "vm/values/intern.hpp"

namespace ouro::lang {

using vm::Code;
using vm::ExceptionId;
using vm::Raised;
using vm::Result;
using vm::Value;

namespace {

using Mode = vm::CompileOptions::Mode;

ParseMode parse_mode(Mode mode) {
    switch (mode) {
    case Mode::Single:
        return ParseMode::Interactive;
    case Mode::Eval:
        return ParseMode::Expression;
    default:
        return ParseMode::File;
    }
}

ExceptionId exception_id(SyntaxError::Type type) {
    switch (type) {
    case SyntaxError::Type::IndentationError:
        return ExceptionId::IndentationError;
    case SyntaxError::Type::TabError:
        return ExceptionId::TabError;
    case SyntaxError::Type::RecursionError:
        return ExceptionId::RecursionError;
    default:
        return ExceptionId::SyntaxError;
    }
}

// The exception for `error`. `source` is null where the text could not be decoded.
Raised raise_syntax_error(vm::VM& vm, const SyntaxError& error, const Source* source, std::string_view filename) {
    ExceptionId id = exception_id(error.type);
    if (id == ExceptionId::RecursionError)
        return vm.raise(id, error.message);
    enum { MESSAGE, FILENAME, LINE, OFFSET, TEXT, END_LINE, END_OFFSET };
    Value fields[7];
    fields[MESSAGE] = vm::make_short_str(vm, error.message);
    fields[FILENAME] = vm::make_short_str(vm, filename);
    for (int i = LINE; i <= END_OFFSET; i++)
        fields[i] = Value::none();
    bool has_line = error.span.begin.line != 0;
    if (!has_line && source && source->text().empty()) { // nothing to parse where an expression is due
        for (int i : {LINE, OFFSET, END_LINE, END_OFFSET})
            fields[i] = Value::small_int(0);
        fields[TEXT] = vm.names.empty;
    }
    if (has_line && source) {
        ErrorOffsets offsets = error_offsets(error, *source);
        fields[LINE] = vm::make_int(vm, offsets.lineno);
        fields[OFFSET] = vm::make_int(vm, offsets.offset);
        fields[END_LINE] = vm::make_int(vm, offsets.end_lineno);
        fields[END_OFFSET] = vm::make_int(vm, offsets.end_offset);
        Result<vm::Str*> line = vm::make_str(vm, std::string(source->line(error.span.begin.line)) + "\n");
        if (line.is_error())
            return line.error();
        fields[TEXT] = line.release();
    } else if (has_line) {
        fields[LINE] = vm::make_int(vm, error.span.begin.line);
    }
    vm::Tuple* details = vm::make_tuple(
        vm, {fields[FILENAME], fields[LINE], fields[OFFSET], fields[TEXT], fields[END_LINE], fields[END_OFFSET]});
    vm::Exception* exception = vm::make_exception(vm, id, vm::make_tuple(vm, {fields[MESSAGE], Value(details)}));
    for (unsigned i = 0; i < 7; i++)
        vm::exception_set_field(vm, *exception, i, fields[i]);
    return vm.raise(exception);
}

bool imports_future_annotations(const Module& module) {
    for (const Stmt* statement : module.body) {
        auto* import = as<ImportFrom>(statement);
        if (import && import->module && *import->module == "__future__") {
            for (const Alias* alias : import->names) {
                if (*alias->name == "annotations")
                    return true;
            }
        } else if (!as<ExprStmt>(statement)) { // a documentation string may stand before
            return false;
        }
    }
    return false;
}

// A warning that the script's filters make an exception is a SyntaxError at its place.
Result<void> give_warnings(vm::VM& vm, const std::vector<SyntaxWarning>& warnings, const Source& source) {
    for (const SyntaxWarning& warning : warnings) {
        uint32_t line = warning.span.begin.line;
        auto given = vm::warn_explicit(vm, ExceptionId::SyntaxWarning, warning.message, source.filename(), line,
                                       source.line(line));
        if (!given.is_error())
            continue;
        if (!is_exception_of(given.exception(), vm, ExceptionId::SyntaxWarning))
            return given.error();
        const std::string& message = warning.as_error.empty() ? warning.message : warning.as_error;
        return raise_syntax_error(vm, {SyntaxError::Type::SyntaxError, message, warning.span}, &source,
                                  source.filename());
    }
    return {};
}

Result<Code*> generate(vm::VM& vm, const Source& source, const Module& module, Arena& arena,
                       const vm::CompileOptions& options, const std::vector<SyntaxWarning>& warnings) {
    uintptr_t stack_limit = vm.thread->native_stack_limit;
    ScopeTree scopes;
    analyze_scopes(
        scopes, module, arena,
        {.names_in_namespace = options.names_in_namespace,
         .allows_await = options.allows_await,
         .stack_limit = stack_limit});
    if (scopes.error)
        return raise_syntax_error(vm, *scopes.error, &source, source.filename());
    TRY(give_warnings(vm, warnings, source));
    for (bool has_long_jumps : {false, true}) {
        Compilation compilation(vm, arena, scopes, vm::intern(vm, source.filename()));
        if (options.keeps_text)
            compilation.text = TRY(vm::make_str(vm, source.text()));
        compilation.is_interactive = options.mode == Mode::Single;
        compilation.is_expression = options.mode == Mode::Eval;
        compilation.names_in_namespace = options.names_in_namespace;
        compilation.has_future_annotations = options.has_future_annotations || imports_future_annotations(module);
        compilation.has_long_jumps = has_long_jumps;
        compilation.optimize_level = options.optimize_level < 0 ? vm.optimize_level : uint8_t(options.optimize_level);
        compilation.stack_limit = stack_limit;
        Codegen codegen(compilation, *scopes.module, nullptr, "<module>");
        Code* code = codegen.module(module);
        if (compilation.raised)
            return vm.raise(compilation.raised);
        if (compilation.error)
            return raise_syntax_error(vm, *compilation.error, &source, source.filename());
        if (!compilation.needs_long_jumps)
            return code;
    }
    __builtin_unreachable(); // with long jumps it is an error
}

} // namespace

static Result<Code*> compile_text(vm::VM& vm, std::string_view text, const vm::CompileOptions& options) {
    vm::KeepInterned names(*vm.interned); // the code generator holds them in vectors
    TRY(vm.check_native_stack());
    std::string filename(options.filename);
    auto decoded = options.mode == Mode::File ? Source::decode(text, filename) : Source::from_text(text, filename);
    if (auto* error = std::get_if<SyntaxError>(&decoded))
        return raise_syntax_error(vm, *error, nullptr, filename);
    auto& source = std::get<Source>(decoded);
    Arena arena;
    std::vector<SyntaxWarning> warnings;
    auto parsed = parse(source, arena, parse_mode(options.mode), &warnings);
    TRY(give_warnings(vm, warnings, source));
    if (auto* error = std::get_if<SyntaxError>(&parsed))
        return raise_syntax_error(vm, *error, &source, filename);
    auto& module = std::get<Module>(parsed);
    warnings.clear();
    if (auto error = check_module(module, warnings))
        return raise_syntax_error(vm, *error, &source, filename);
    return generate(vm, source, module, arena, options, warnings);
}

Result<Code*> compile(vm::VM& vm, std::string_view text, const vm::CompileOptions& options) {
    try {
        return compile_text(vm, text, options);
    } catch (const std::bad_alloc&) { // tokens, tree and scopes are containers that are not charged
        return vm.memory_error();
    }
}

void install_compiler(vm::VM& vm) {
    vm.hooks.compile = compile;
}

} // namespace ouro::lang
