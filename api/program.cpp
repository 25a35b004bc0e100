// SPDX-License-Identifier: MIT
//
// The life of a program from its set-up to its end.
#include "api/program.hpp"

#include "api/uncaught.hpp"
#include "lang/compile.hpp"
#include "stdlib/asyncio/runner.hpp"
#include "stdlib/io/files.hpp"
#include "stdlib/modules.hpp"
#include "stdlib/signal/signals.hpp"
#include "stdlib/sys/program_end.hpp"
#include "stdlib/sys/sys.hpp"
#include "vm/async/generator.hpp"
#include "vm/model/code.hpp"
#include "vm/errors/exceptions.hpp"
#include "vm/bootstrap/finalize.hpp"
#include "vm/process_signals.hpp"
#include "vm/run/import.hpp"
#include "vm/run/module_loaders.hpp"
#include "vm/run/module_spec.hpp"
#include "vm/run/enter.hpp"

#include <algorithm>
#include <cerrno>
#include <fcntl.h>
#include <stdexcept>
#include <unistd.h>

namespace ouro::detail {

using namespace vm;
using vm::Value;
using Mode = CompileOptions::Mode;

// --- Set-up ---------------------------------------------------------------------------------------------------------

class Program::Roots final : public RootBase {
public:
    explicit Roots(Program& program) : RootBase(program.m_vm.heap), m_program(program) {}

private:
    void visit_roots(Visitor& visitor) override {
        visitor.visit(m_program.m_main);
        visitor.visit(m_program.m_output);
        visitor.visit(m_program.m_errors);
    }
    Program& m_program;
};

Program::Program(const Options& options, Stream output, Stream errors)
    : m_grants{options.import_folders, options.readable_folders, options.writable_folders, options.environment, {}},
      m_output_descriptor(output.descriptor), m_roots(std::make_unique<Roots>(*this)) {
    if (!options.unrestricted)
        m_vm.grants = &m_grants;
    stdlib::register_stdlib(m_vm);
    lang::install_compiler(m_vm);
    set_up_sys(options);
    set_up_streams(options, output, errors);
    make_main();
    m_vm.recursion_limit = std::max<uint32_t>(options.recursion_limit, 1);
    m_vm.time_is_virtual = options.virtual_time;
    m_vm.heap.set_stress(options.gc_stress);
    if (options.memory_limit)
        m_vm.heap.set_limit(options.memory_limit);
    if (options.signals && !stdlib::take_signals(m_vm))
        throw std::logic_error("ouro: another Runtime has the signals of this process");
}

Program::~Program() {
    release_signals(m_vm);
    for (int descriptor : m_grants.descriptors)
        ::close(descriptor);
}

void Program::set_up_sys(const Options& options) {
    stdlib::set_arguments(m_vm, "argv", options.arguments);
    if (options.command.empty())
        stdlib::set_arguments(m_vm, "orig_argv", options.arguments);
    else
        stdlib::set_command(m_vm, options.command);
    List* path = make_list(m_vm);
    for (const std::string& folder : options.import_folders)
        MUST(list_append(m_vm, *path, MUST(stdlib::file_system_text(m_vm, folder)))); // a few, before there is a limit
    module_set(m_vm, *m_vm.sys, "path", path);
    if (!options.flags.empty() && !stdlib::set_flags(m_vm, options.flags))
        throw std::invalid_argument("ouro: Options::flags has a name that is none of sys.flags");
}

void Program::make_main() {
    m_main = make_module(m_vm, m_vm.names.dunder_main);
    if (DictEntry* builtins = dict_find(*m_vm.modules, intern(m_vm, "builtins")))
        dict_set(m_vm, *m_main->dict, m_vm.names.dunder_builtins, builtins->value);
    dict_set(m_vm, *m_vm.modules, m_vm.names.dunder_main, m_main);
}

// Null where the descriptor is not open: the stream is None then, as CPython has it.
stdlib::TextFile* Program::make_stream(const char* name, Stream stream, bool writable, const char* errors,
                                 bool line_buffered) {
    if (stream.sink)
        return stdlib::make_standard_stream(m_vm, *stream.sink, name, errors, true);
    if (stream.descriptor < 0 || ::fcntl(stream.descriptor, F_GETFD) < 0)
        return nullptr;
    return stdlib::make_standard_stream(m_vm, stream.descriptor, name, writable, errors, line_buffered);
}

void Program::set_up_streams(const Options& options, Stream output, Stream errors) {
    auto set = [&](const char* name, const char* original, stdlib::TextFile* stream) {
        Value value = stream ? Value(stream) : Value::none();
        module_set(m_vm, *m_vm.sys, name, value);
        module_set(m_vm, *m_vm.sys, original, value);
    };
    m_output = make_stream("<stdout>", output, true, "surrogateescape", ::isatty(output.descriptor));
    set("stdout", "__stdout__", m_output);
    m_errors = make_stream("<stderr>", errors, true, "backslashreplace", true);
    set("stderr", "__stderr__", m_errors);
    set("stdin", "__stdin__", make_stream("<stdin>", {options.input}, false, "surrogateescape", false));
}

// --- Running --------------------------------------------------------------------------------------------------------

Result<Program::Outcome> Program::start(std::string_view text, CompileOptions options) {
    options.allows_await = true;
    if (!std::exchange(m_has_loader, true)) // what runs is no file
        dict_set(m_vm, *m_main->dict, m_vm.names.dunder_loader, m_vm.native(builtin_importer_type));
    Code* code = TRY(m_vm.hooks.compile(m_vm, text, options));
    if (m_vm.safepoint.load(std::memory_order_relaxed))
        TRY(m_vm.handle_safepoint()); // an interrupt that came before; the script may be over without a safepoint
    Value result = TRY(run_code(m_vm, *code, m_main->dict, m_main->dict));
    return Outcome{result, code->has(Code::COROUTINE) && as<Generator>(result)};
}

Result<Value> Program::run(std::string_view text, const CompileOptions& options) {
    Outcome outcome = TRY(start(text, options));
    return outcome.is_coroutine ? stdlib::run_main_coroutine(m_vm, *as<Generator>(outcome.value)) : outcome.value;
}

Result<Value> Program::run_entry(std::string_view text, std::string_view filename) {
    stdlib::serve_prompt(m_vm);
    return run(text, {.mode = Mode::Single, .filename = filename, .keeps_text = true});
}

Result<void> Program::set_main_file(std::string_view path, bool is_folder) {
    Str* file = TRY(stdlib::file_system_text(m_vm, path));
    dict_set(m_vm, *m_main->dict, m_vm.names.dunder_file, file);
    module_set(m_vm, *m_main, "__cached__", Value::none());
    Str* name = m_vm.names.dunder_main;
    Value loader = make_source_loader(m_vm, name, file);
    dict_set(m_vm, *m_main->dict, m_vm.names.dunder_loader, loader);
    m_has_loader = true;
    if (is_folder) { // found as a module is
        dict_set(m_vm, *m_main->dict, m_vm.names.dunder_package, m_vm.names.empty);
        dict_set(m_vm, *m_main->dict, m_vm.names.dunder_spec,
                 make_module_spec(m_vm, name, loader, file, true, Value::none()));
    }
    return {};
}

// Is it the ModuleNotFoundError of `name` itself or of a package around it, not that of something which it imports?
static bool is_about(VM& vm, Exception& error, std::string_view name) {
    bool is_missing = is_exception_of(&error, vm, ExceptionId::ModuleNotFoundError);
    Str* missing = is_missing ? as<Str>(error.field(field::IMPORT_NAME)) : nullptr;
    return missing && (name == missing->view() || name.starts_with(std::string(missing->view()) + "."));
}

Result<std::string> Program::run_module(std::string_view name) {
    auto source = find_module_source(m_vm, name);
    if (source.is_error() && is_about(m_vm, *source.exception(), name))
        return fmt::format("Error while finding module specification for '{}' (ModuleNotFoundError: {})", name,
                           exception_str(m_vm, *source.exception()));
    ModuleSource found = TRY(std::move(source));
    if (!found.exists && found.package == name)
        return fmt::format("No module named {0}.__main__; '{0}' is a package and cannot be directly executed", name);
    if (!found.exists)
        return fmt::format("No module named {}", name);
    TRY(set_main_file(found.file, false));
    dict_set(m_vm, *m_main->dict, m_vm.names.dunder_package, intern(m_vm, found.package));
    dict_set(m_vm, *m_main->dict, m_vm.names.dunder_spec, found.spec);
    dict_set(m_vm, *m_main->dict, m_vm.names.dunder_loader, TRY(get_attribute(m_vm, found.spec, "loader")));
    DictEntry* arguments = dict_find(*m_vm.sys->dict, intern(m_vm, "argv"));
    if (List* list = arguments ? as<List>(arguments->value) : nullptr; list && list->size())
        TRY(set_item(m_vm, list, Value::small_int(0), TRY(stdlib::file_system_text(m_vm, found.file))));
    TRY(run(found.text, {.mode = Mode::File, .filename = found.file}));
    return std::string();
}

// --- The end --------------------------------------------------------------------------------------------------------

Result<void> Program::close_loop() { return stdlib::close_main_runner(m_vm); }

int Program::report(Exception& exception) {
    m_has_chosen_status |= is_exception_of(&exception, m_vm, ExceptionId::SystemExit);
    return report_uncaught(m_vm, exception, m_output_descriptor);
}

int Program::finish(int status) {
    if (std::exchange(m_is_finished, true))
        return status;
    // An interrupt that came while nothing ran is not to keep exit functions and tasks from their end.
    m_vm.safepoint.fetch_and(~uint32_t(SAFEPOINT_INTERRUPT), std::memory_order_relaxed);
    stdlib::join_threads(m_vm);
    stdlib::run_exit_functions(m_vm);
    if (auto closed = close_loop(); closed.is_error())
        status = report(*closed.exception());
    m_vm.end_threads(); // finalizers find a machine that nobody else changes
    stdlib::abandon_loops(m_vm);
    finalize_everything(m_vm);
    stdlib::write_out_files(m_vm);
    if (stdlib::has_lost_error(m_vm) && status == 0 && !m_has_chosen_status)
        status = 1;
    if (!stdlib::flush_standard_streams(m_vm))
        m_has_lost_output = true;
    return m_has_lost_output ? 120 : status;
}

// Called where no exception may leave: what there is no memory for is lost.
void Program::flush() noexcept {
    try {
        flush_streams();
    } catch (const std::bad_alloc&) {
        m_has_lost_output = true;
    }
}

void Program::flush_streams() {
    if (m_output && stdlib::holds_output(*m_output)) {
        auto flushed = stdlib::text_flush(m_vm, *m_output);
        m_has_lost_output |= flushed.is_error();
        if (flushed.is_error())
            stdlib::discard_output(m_vm, *m_output); // it was told once
        // A reader that has gone is no news (`ouro job.py | head`).
        if (flushed.is_error() && !is_exception_of(flushed.exception(), m_vm, ExceptionId::BrokenPipeError))
            m_vm.report_unraisable(flushed.exception(), repr_text(m_vm, m_output));
    }
    if (m_errors && stdlib::holds_output(*m_errors) && stdlib::text_flush(m_vm, *m_errors).is_error())
        stdlib::discard_output(m_vm, *m_errors); // there is nobody who could be told
}

} // namespace ouro::detail
