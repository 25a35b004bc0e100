// SPDX-License-Identifier: MIT
//
// Builtin functions that print, read and run code: compile eval exec input open print.
#include "stdlib/builtins/builtins.hpp"
#include "stdlib/io/memory_files.hpp"
#include "stdlib/io/text_file.hpp"

#include "vm/model/buffer.hpp"
#include "vm/model/code.hpp"
#include "vm/compile_options.hpp"
#include "vm/run/import.hpp"
#include "vm/run/enter.hpp"
#include "vm/objects/frame_object.hpp"
#include "vm/model/core.hpp"

namespace ouro::stdlib {

using namespace vm;

// --- print ----------------------------------------------------------------------------------------------------------

// None and absent give `otherwise`.
static Result<Str*> separator_text(VM& vm, const char* name, Value value, Str* otherwise) {
    if (value.is_empty() || value.is_none())
        return otherwise;
    Str* text = as<Str>(value);
    if (!text)
        return vm.type_error("{} must be None or a string, not {}", name, vm.type_name(value));
    return text;
}

static Result<Value> standard_stream(VM& vm, const char* name) {
    DictEntry* entry = dict_find(*vm.sys->dict, intern(vm, name));
    if (!entry)
        return vm.runtime_error("lost sys.{}", name);
    return entry->value;
}

static Result<void> write_to(VM& vm, Value file, Str* text) {
    TRY(call_method(vm, file, vm.names.write, {Value(text)}));
    return {};
}

// Script-made files see one write() per piece, as in CPython.
static Result<void> print_to_object(VM& vm, Value file, Args args, Str* separator, Str* end) {
    for (size_t i = 0; i < args.size(); i++) {
        if (i > 0)
            TRY(write_to(vm, file, separator));
        TRY(write_to(vm, file, TRY(str(vm, args[i]))));
    }
    return write_to(vm, file, end);
}

// All of a line in one piece, straight into the stream's buffer. What was printed before an item whose str() fails
// comes out all the same.
static Result<void> print_to_text(VM& vm, TextFile& file, Args args, Str* separator, Str* end) {
    for (size_t i = 0; i < args.size(); i++) {
        if (i > 0)
            TRY(text_write(vm, file, *separator));
        TRY(text_write(vm, file, *TRY(str(vm, args[i]))));
    }
    return text_write(vm, file, *end);
}

// The same into a file in memory.
static Result<void> print_to_memory(VM& vm, StringIO& file, Args args, Str* separator, Str* end) {
    for (size_t i = 0; i < args.size(); i++) {
        if (i > 0)
            TRY(string_io_write(vm, file, *separator));
        TRY(string_io_write(vm, file, *TRY(str(vm, args[i]))));
    }
    return string_io_write(vm, file, *end);
}

static Result<void> builtin_print(VM& vm, Args args, Value separator, Value end, Value file, bool flush) {
    if (file.is_none())
        file = TRY(standard_stream(vm, "stdout"));
    if (file.is_none())
        return {};
    Str* between = TRY(separator_text(vm, "sep", separator, make_char(vm, ' ')));
    Str* last = TRY(separator_text(vm, "end", end, make_char(vm, '\n')));
    if (TextFile* text = plain_text_file(file))
        TRY(print_to_text(vm, *text, args, between, last));
    else if (StringIO* memory = plain_string_io(file))
        TRY(print_to_memory(vm, *memory, args, between, last));
    else
        TRY(print_to_object(vm, file, args, between, last));
    if (flush)
        TRY(call_method(vm, file, vm.names.flush, {}));
    return {};
}

static Result<Value> builtin_input(VM& vm, Value prompt) {
    Value in = TRY(standard_stream(vm, "stdin")), out = TRY(standard_stream(vm, "stdout"));
    if (in.is_none())
        return vm.runtime_error("input(): lost sys.stdin");
    if (out.is_none())
        return vm.runtime_error("input(): lost sys.stdout");
    if (!prompt.is_empty())
        TRY(write_to(vm, out, TRY(str(vm, prompt))));
    TRY(call_method(vm, out, vm.names.flush, {}));
    Str* line = as<Str>(TRY(call_method(vm, in, "readline", {})));
    if (!line)
        return vm.type_error("object.readline() returned non-string");
    std::string_view text = line->view();
    if (text.empty())
        return vm.raise(ExceptionId::EOFError, "EOF when reading a line");
    if (text.ends_with('\n'))
        text.remove_suffix(1);
    return TRY(make_str(vm, text));
}

// --- compile, eval, exec --------------------------------------------------------------------------------------------

// The flags of compile(): bits of co_flags, by the features of __future__, and of module ast.
enum CompileFlag : int64_t {
    NESTED_SCOPES = 0x10,
    DONT_IMPLY_DEDENT = 0x200,
    ONLY_AST = 0x400,
    TYPE_COMMENTS = 0x1000,
    ALLOW_TOP_LEVEL_AWAIT = 0x2000,
    ALLOW_INCOMPLETE_INPUT = 0x4000,
    OPTIMIZED_AST = 0x8000,
    FUTURE_FEATURES = 0x1FE0000, // division ... annotations: all but the last are how it is anyway
    FUTURE_ANNOTATIONS = 0x1000000,
    KNOWN = NESTED_SCOPES | DONT_IMPLY_DEDENT | ONLY_AST | TYPE_COMMENTS | ALLOW_TOP_LEVEL_AWAIT |
            ALLOW_INCOMPLETE_INPUT | OPTIMIZED_AST | FUTURE_FEATURES,
};

static Result<Code*> compile_source(VM& vm, const char* function, Value source, const CompileOptions& options) {
    if (Code* code = as<Code>(source))
        return code;
    if (!vm.hooks.compile)
        return vm.not_implemented_error("{}(): this virtual machine has no compiler", function);
    if (Str* text = as<Str>(source))
        return vm.hooks.compile(vm, text->view(), options);
    auto buffer = is_bytes_like(vm, source) ? Buffer::of(vm, source) : Result<Buffer>(vm.type_error(""));
    if (!buffer.is_error()) {
        Buffer held = buffer.release();
        return vm.hooks.compile(vm, held.view.octets(), options);
    }
    return vm.type_error("{}() arg 1 must be a string, bytes or code object", function);
}

// Has the code that calls a builtin `from __future__ import annotations`? What it compiles inherits that.
static bool caller_has_future_annotations(VM& vm) {
    Frame* frame = current_frame(vm);
    return frame && frame->code->has(Code::FUTURE_ANNOTATIONS);
}

static Result<CompileOptions::Mode> compile_mode(VM& vm, std::string_view mode) {
    if (mode == "exec")
        return CompileOptions::Mode::Exec;
    if (mode == "eval")
        return CompileOptions::Mode::Eval;
    if (mode == "single")
        return CompileOptions::Mode::Single;
    if (mode == "func_type")
        return vm.value_error("compile() mode 'func_type' requires flag PyCF_ONLY_AST");
    return vm.value_error("compile() mode must be 'exec', 'eval' or 'single'");
}

static Result<Value> builtin_compile(VM& vm, Value source, Value filename, std::string_view mode, int64_t flags,
                                     bool dont_inherit, int64_t optimize) {
    if (flags & ~int64_t(KNOWN))
        return vm.value_error("compile(): unrecognised flags");
    if (optimize < -1 || optimize > 2)
        return vm.value_error("compile(): invalid optimize value");
    if (flags & ONLY_AST)
        return vm.not_implemented_error("compile(): syntax trees are not supported");
    Str* name = as<Str>(filename);
    if (!name)
        return vm.type_error("expected str, bytes or os.PathLike object, not {}", vm.type_name(filename));
    return TRY(compile_source(vm, "compile", source,
                              {.mode = TRY(compile_mode(vm, mode)),
                               .filename = name->view(),
                               .names_in_namespace = true, // whoever runs it may give it a namespace of its own
                               .allows_await = (flags & ALLOW_TOP_LEVEL_AWAIT) != 0,
                               .has_future_annotations = (flags & FUTURE_ANNOTATIONS) != 0 ||
                                                         (!dont_inherit && caller_has_future_annotations(vm)),
                               .optimize_level = int8_t(optimize)}));
}

static Result<Value> run_source(VM& vm, const char* function, Value source, Value globals, Value locals,
                                CompileOptions::Mode mode) {
    if (!globals.is_none() && !as<Dict>(globals))
        return vm.type_error("{}globals must be a dict{}", function[1] == 'x' ? "exec() " : "",
                             function[1] == 'x' ? fmt::format(", not {}", vm.type_name(globals)) : "");
    if (!locals.is_none() && !as<Dict>(locals))
        return vm.type_error("{}(): locals must be a dict, not {}", function, vm.type_name(locals));
    Dict* global_names = as<Dict>(globals);
    Dict* local_names = as<Dict>(locals);
    if (!global_names) {
        Frame* frame = current_frame(vm);
        if (!frame)
            return vm.runtime_error("{}() needs a current frame", function);
        global_names = frame_object(vm, *frame)->globals;
        if (!local_names)
            local_names = frame_locals(vm, *frame);
    }
    std::string trimmed;
    if (Str* text = as<Str>(source); text && mode == CompileOptions::Mode::Eval) { // eval forgives blanks in front
        trimmed = text->view().substr(std::min(text->view().find_first_not_of(" \t"), text->view().size()));
        source = TRY(make_str(vm, trimmed));
    }
    if (!local_names)
        local_names = global_names;
    bool has_own_names = local_names != global_names || !local_names->is_exact();
    Code* code = TRY(compile_source(vm, function, source,
                                    {.mode = mode,
                                     .names_in_namespace = has_own_names,
                                     .has_future_annotations = caller_has_future_annotations(vm)}));
    if (!dict_find(*global_names, vm.names.dunder_builtins))
        dict_set(vm, *global_names, vm.names.dunder_builtins, current_builtins(vm));
    return run_code(vm, *code, global_names, local_names);
}

static Result<Value> builtin_eval(VM& vm, Value source, Value globals, Value locals) {
    return run_source(vm, "eval", source, globals, locals, CompileOptions::Mode::Eval);
}

static Result<void> builtin_exec(VM& vm, Value source, Value globals, Value locals) {
    TRY(run_source(vm, "exec", source, globals, locals, CompileOptions::Mode::Exec));
    return {};
}

static constexpr NativeDef FUNCTIONS[] = {
    fn<open_file>(
        "open(file, mode='r', buffering=-1, encoding=None, errors=None, newline=None, closefd=True, opener=None)",
        "Open a file and return it: text by default, bytes with 'b' in the mode."),
    fn<builtin_print>("print(*args, sep=<unset ' '>, end=<unset '\\n'>, file=None, flush=False)",
                      "Print the values to a stream."),
    fn<builtin_input>("input(prompt=<unset ''>, /)", "Read a line from standard input, without its newline."),
    fn<builtin_compile>("compile(source, filename, mode, flags=0, dont_inherit=False, optimize=-1)",
                        "Compile source into a code object."),
    fn<builtin_eval>("eval(source, /, globals=None, locals=None)", "Evaluate an expression."),
    fn<builtin_exec>("exec(source, /, globals=None, locals=None)", "Run statements."),
};

std::span<const NativeDef> builtin_code_functions() { return FUNCTIONS; }

} // namespace ouro::stdlib
