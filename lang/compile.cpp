// SPDX-License-Identifier: MIT
//
// The pipeline, and the way from SyntaxError as a value to SyntaxError as a Python exception.
#include "lang/compile.hpp"

#include "lang/checks.hpp"
#include "lang/codegen.hpp"
#include "lang/parser.hpp"
#include "lang/scope.hpp"
#include "vm/objects/core.hpp"
#include "vm/vm.hpp"

namespace ouro::lang {

using vm::Code;
using vm::ExceptionId;
using vm::Raised;
using vm::Result;
using vm::Value;

namespace {

struct Mode {
    ParseMode parse = ParseMode::File;
    bool is_file = false;
    bool names_in_namespace = false;
    bool allows_await = false;
};

std::optional<Mode> parse_mode(std::string_view text) {
    Mode mode;
    while (text.find(':') != std::string_view::npos) {
        std::string_view option = text.substr(text.rfind(':') + 1);
        if (option == "names")
            mode.names_in_namespace = true;
        else if (option == "await")
            mode.allows_await = true;
        else
            return std::nullopt;
        text.remove_suffix(option.size() + 1);
    }
    mode.is_file = text == "file";
    if (text == "single")
        mode.parse = ParseMode::Interactive;
    else if (text == "eval")
        mode.parse = ParseMode::Expression;
    else if (text != "exec" && text != "file")
        return std::nullopt;
    return mode;
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

Result<Code*> generate(vm::VM& vm, const Source& source, const Module& module, Arena& arena, const Mode& mode) {
    uintptr_t stack_limit = vm.thread->native_stack_limit;
    ScopeTree scopes;
    analyze_scopes(
        scopes, module, arena,
        {.names_in_namespace = mode.names_in_namespace, .allows_await = mode.allows_await, .stack_limit = stack_limit});
    if (scopes.error)
        return raise_syntax_error(vm, *scopes.error, &source, source.filename());
    Compilation compilation(vm, arena, scopes, vm::intern(vm, source.filename()));
    compilation.is_interactive = mode.parse == ParseMode::Interactive;
    compilation.is_expression = mode.parse == ParseMode::Expression;
    compilation.names_in_namespace = mode.names_in_namespace;
    compilation.has_future_annotations = imports_future_annotations(module);
    compilation.stack_limit = stack_limit;
    Codegen codegen(compilation, *scopes.module, nullptr, "<module>");
    Code* code = codegen.module(module);
    if (compilation.raised)
        return vm.raise(compilation.raised);
    if (compilation.error)
        return raise_syntax_error(vm, *compilation.error, &source, source.filename());
    return code;
}

} // namespace

Result<Code*> compile(vm::VM& vm, std::string_view text, std::string_view filename, std::string_view mode_text) {
    auto mode = parse_mode(mode_text);
    if (!mode)
        return vm.value_error("compile() mode must be 'exec', 'eval' or 'single'");
    TRY(vm.check_native_stack());
    auto decoded =
        mode->is_file ? Source::decode(text, std::string(filename)) : Source::from_text(text, std::string(filename));
    if (auto* error = std::get_if<SyntaxError>(&decoded))
        return raise_syntax_error(vm, *error, nullptr, filename);
    auto& source = std::get<Source>(decoded);
    Arena arena;
    std::vector<SyntaxWarning> warnings;
    auto parsed = parse(source, arena, mode->parse, &warnings);
    for (const SyntaxWarning& warning : warnings)
        vm.write_stderr(format_syntax_warning(warning, source));
    if (auto* error = std::get_if<SyntaxError>(&parsed))
        return raise_syntax_error(vm, *error, &source, filename);
    auto& module = std::get<Module>(parsed);
    if (auto error = check_module(module))
        return raise_syntax_error(vm, *error, &source, filename);
    return generate(vm, source, module, arena, *mode);
}

void install_compiler(vm::VM& vm) {
    vm.compile = compile;
}

} // namespace ouro::lang
