// SPDX-License-Identifier: MIT
//
// The module sys: streams, arguments, limits, hooks, and what scripts ask of the running exception and frames. What
// only describes the implementation is in sys_info.cpp.
#include "stdlib/sys/sys.hpp"

#include "stdlib/sys/struct_sequence.hpp"

#include "vm/errors/exceptions.hpp"
#include "vm/run/enter.hpp"
#include "vm/objects/frame_object.hpp"
#include "vm/objects/codecs/codec.hpp"
#include "vm/text/utf8.hpp"
#include "vm/model/core.hpp"
#include "vm/errors/traceback.hpp"

namespace ouro::stdlib {

using namespace vm;

// --- Exceptions -----------------------------------------------------------------------------------------------------

static Value sys_exception(VM& vm) {
    Exception* exception = handled_exception(vm.thread->frame);
    return exception ? Value(exception) : Value::none();
}

static Value sys_exc_info(VM& vm) {
    Exception* exception = handled_exception(vm.thread->frame);
    if (!exception)
        return make_tuple(vm, {Value::none(), Value::none(), Value::none()});
    Value traceback = exception->traceback ? Value(exception->traceback) : Value::none();
    return make_tuple(vm, {Value(exception->type()), Value(exception), traceback});
}

static Result<void> sys_exit(VM& vm, Value status) {
    if (status.is_none())
        return vm.raise(ExceptionId::SystemExit, std::string_view());
    if (Tuple* arguments = as_exact<Tuple>(status))
        return vm.raise(make_exception(vm, ExceptionId::SystemExit, arguments));
    return vm.raise(ExceptionId::SystemExit, status);
}

// --- Hooks ----------------------------------------------------------------------------------------------------------

static Result<void> sys_displayhook(VM& vm, Value object) {
    if (object.is_none())
        return {};
    dict_set(vm, *vm.builtins, intern(vm, "_"), Value::none()); // what repr prints in between sees None
    TRY(vm.write_stdout(TRY(repr(vm, object))->view()));
    TRY(vm.write_stdout("\n"));
    dict_set(vm, *vm.builtins, intern(vm, "_"), object);
    return {};
}

static Result<void> sys_excepthook(VM& vm, Value, Value value, Value traceback) {
    Exception* exception = as<Exception>(value);
    if (!exception)
        return vm.type_error("print_exception(): Exception expected for value, {} found", vm.type_name(value));
    if (Traceback* given = as<Traceback>(traceback))
        Heap::store(exception, exception->traceback, given);
    vm.write_stderr(format_exception(vm, *exception));
    return {};
}

static Result<void> sys_unraisablehook(VM& vm, Value unraisable) {
    Exception* exception = as<Exception>(TRY(get_attribute(vm, unraisable, "exc_value")));
    Value object = TRY(get_attribute(vm, unraisable, "object"));
    Value message = TRY(get_attribute(vm, unraisable, "err_msg"));
    std::string first = as<Str>(message) ? std::string(as<Str>(message)->view()) : "Exception ignored in";
    if (!object.is_none())
        first += ": " + repr_text(vm, object);
    else if (as<Str>(message))
        first += ":";
    vm.write_stderr(first + "\n");
    if (exception)
        vm.write_stderr(format_exception(vm, *exception, false));
    return {};
}

static Result<void> refuse_tracing(VM& vm, Value function) {
    if (function.is_none())
        return {};
    return vm.not_implemented_error("trace and profile functions are not supported");
}
static Value no_tracing() { return Value::none(); }

// --- Asynchronous generators ---

static constexpr NativeDef ASYNCGEN_HOOKS_MEMBERS[] = {
    sequence_field<0>("firstiter"), sequence_field<1>("finalizer"), SEQUENCE_REPR,
};
static constexpr NativeType ASYNCGEN_HOOKS_TYPE =
    sequence_type("asyncgen_hooks", ASYNCGEN_HOOKS_MEMBERS, std::size(ASYNCGEN_HOOKS_MEMBERS), Type::NO_NEW);

static Result<void> set_hook(VM& vm, const char* name, Value& hook, Value function) {
    if (function.is_empty())
        return {};
    if (!function.is_none() && !is_callable(vm, function))
        return vm.type_error("callable {} expected, got {}", name, vm.type_name(function));
    hook = function.is_none() ? Value() : function;
    return {};
}

static Result<void> sys_set_asyncgen_hooks(VM& vm, Value firstiter, Value finalizer) {
    TRY(set_hook(vm, "finalizer", vm.thread->async_finalizer, finalizer));
    return set_hook(vm, "firstiter", vm.thread->async_firstiter, firstiter);
}

static Value sys_get_asyncgen_hooks(VM& vm) {
    auto shown = [](Value hook) { return hook.is_empty() ? Value::none() : hook; };
    Thread& thread = *vm.thread;
    return make_struct_sequence(vm, ASYNCGEN_HOOKS_TYPE,
                                {shown(thread.async_firstiter), shown(thread.async_finalizer)});
}

// --- Limits and sizes ----------------------------------------------------------------------------------------------

static int64_t sys_getrecursionlimit(VM& vm) { return vm.recursion_limit; }

static Result<void> sys_setrecursionlimit(VM& vm, int64_t limit) {
    if (limit < 1)
        return vm.value_error("recursion limit must be greater or equal than 1");
    if (limit > INT32_MAX)
        return vm.overflow_error("signed integer is greater than maximum");
    Frame* frame = current_frame(vm);
    if (frame && int64_t(frame->depth) >= limit)
        return vm.recursion_error(
            "cannot set the recursion limit to {} at the recursion depth {}: the limit is too low", limit,
            frame->depth);
    vm.recursion_limit = uint32_t(limit);
    return {};
}

static int64_t sys_get_digits(VM& vm) { return int64_t(vm.integer_digits_limit); }

static Result<void> sys_set_digits(VM& vm, int64_t digits) {
    if (digits != 0 && digits < 640)
        return vm.value_error("maxdigits must be >= 640 or 0 for unlimited");
    vm.integer_digits_limit = size_t(digits);
    return {};
}

static Result<Value> sys_getsizeof(VM& vm, Value object, Value otherwise) {
    auto size = call_method(vm, object, "__sizeof__", {});
    if (size.is_error() && !otherwise.is_empty() && is_exception_of(size.exception(), vm, ExceptionId::TypeError))
        return otherwise;
    return size;
}

static Result<Value> sys_intern(VM& vm, Value text) {
    Str* str = as<Str>(text);
    if (!str)
        return vm.type_error("intern() argument must be str, not {}", vm.type_name(text));
    if (!str->is_exact())
        return vm.type_error("can't intern {}", vm.type_name(text));
    return intern(vm, str);
}

// --- Frames and names ----------------------------------------------------------------------------------------------

static Result<Value> sys_getframe(VM& vm, int64_t depth) {
    Frame* frame = current_frame(vm, depth < 0 ? 0 : unsigned(std::min<int64_t>(depth, UINT32_MAX)));
    if (!frame)
        return vm.value_error("call stack is not deep enough");
    return frame_object(vm, *frame);
}

static const char* sys_default_encoding() { return "utf-8"; }
static const char* sys_filesystem_errors() { return "surrogateescape"; }
static double sys_getswitchinterval() { return 0.005; }
static bool sys_is_finalizing() { return false; }
static bool sys_is_gil_enabled() { return true; }

// What is described in sys_info.cpp is made here when it is first asked for.
static Result<Value> sys_getattr(VM& vm, Value name) {
    Str* text = as<Str>(name);
    if (!text)
        return vm.type_error("attribute name must be string, not '{}'", vm.type_name(name));
    Value made = TRY(sys_information(vm, text->view()));
    if (made.is_empty())
        return vm.attribute_error(vm.sys, text);
    dict_set(vm, *vm.sys->dict, intern(vm, text), made);
    return made;
}

// --- The module -----------------------------------------------------------------------------------------------------

static constexpr NativeDef FUNCTIONS[] = {
    fn<sys_exception>("exception()", "Return the exception that is being handled, or None."),
    fn<sys_exc_info>("exc_info()", "Return type, value and traceback of the exception that is being handled."),
    fn<sys_exit>("exit(status=None, /)", "Exit by raising SystemExit(status)."),
    fn<sys_displayhook>("displayhook(object, /)", "Print an object to sys.stdout and save it in builtins._."),
    fn<sys_displayhook>("__displayhook__(object, /)"),
    fn<sys_excepthook>("excepthook(exctype, value, traceback, /)", "Print an exception with its traceback."),
    fn<sys_excepthook>("__excepthook__(exctype, value, traceback, /)"),
    fn<sys_unraisablehook>("unraisablehook(unraisable, /)", "Report an exception that cannot be raised."),
    fn<sys_unraisablehook>("__unraisablehook__(unraisable, /)"),
    fn<sys_set_asyncgen_hooks>("set_asyncgen_hooks(firstiter=<unset>, finalizer=<unset>)",
                               "Set what is called for async generators that start, and that are dropped unfinished."),
    fn<sys_get_asyncgen_hooks>("get_asyncgen_hooks()"),
    fn<refuse_tracing>("settrace(function, /)", "Only None is accepted."),
    fn<refuse_tracing>("setprofile(function, /)", "Only None is accepted."),
    fn<no_tracing>("gettrace()"),
    fn<no_tracing>("getprofile()"),
    fn<sys_getrecursionlimit>("getrecursionlimit()", "Return the maximum depth of calls."),
    fn<sys_setrecursionlimit>("setrecursionlimit(limit, /)", "Set the maximum depth of calls."),
    fn<sys_get_digits>("get_int_max_str_digits()", "Return the limit of digits in conversions of int and str."),
    fn<sys_set_digits>("set_int_max_str_digits(maxdigits)", "Set the limit of digits in conversions of int and str."),
    fn<sys_getsizeof>("getsizeof(object, default=<unset>)", "Return the size of an object in bytes."),
    fn<sys_intern>("intern(string, /)", "Return the interned string of the same text."),
    fn<sys_getframe>("_getframe(depth=0, /)", "Return a frame object from the call stack."),
    fn<sys_default_encoding>("getdefaultencoding()"),
    fn<sys_default_encoding>("getfilesystemencoding()"),
    fn<sys_filesystem_errors>("getfilesystemencodeerrors()"),
    fn<sys_getswitchinterval>("getswitchinterval()"),
    fn<sys_is_finalizing>("is_finalizing()"),
    fn<sys_is_gil_enabled>("_is_gil_enabled()"),
    fn<sys_getattr>("__getattr__(name, /)"),
};

// In the form that programs take apart: version, then in parentheses the build and when it was made, the compiler.
#ifdef __clang__
#define OURO_COMPILER "Clang " __clang_version__
#else
#define OURO_COMPILER "GCC " __VERSION__
#endif
static constexpr std::string_view VERSION =
    "3.14.0 (Ouro 0.1.0, " __DATE__ ", " __TIME__ ") [" OURO_COMPILER "]";

static void add_constants(VM& vm, Module& module) {
    auto text = [&](const char* name, std::string_view value) {
        module_set(vm, module, name, make_short_str(vm, value));
    };
    text("__doc__", "Objects used or maintained by the interpreter, and functions that interact with it.");
    text("version", VERSION);
    text("platform", "linux");
    text("byteorder", "little");
    text("float_repr_style", "short");
    text("abiflags", "");
    text("copyright", "");
    for (const char* name : {"prefix", "base_prefix", "exec_prefix", "base_exec_prefix"})
        text(name, "");
    module_set(vm, module, "maxsize", make_int(vm, INT64_MAX));
    module_set(vm, module, "maxunicode", Value::small_int(0x10FFFF));
    module_set(vm, module, "hexversion", Value::small_int(0x030e00f0));
    module_set(vm, module, "api_version", Value::small_int(1013));
    module_set(vm, module, "dont_write_bytecode", Value::boolean(true));
    module_set(vm, module, "pycache_prefix", Value::none());
    module_set(vm, module, "warnoptions", make_list(vm));
    module_set(vm, module, "path", make_list(vm));
    module_set(vm, module, "modules", vm.modules);
}

Result<Str*> file_system_text(VM& vm, std::string_view bytes) {
    if (!scan_utf8(bytes).reason)
        return make_str(vm, bytes);
    return decode_octets(vm, bytes, "utf-8", "surrogateescape");
}

void set_arguments(VM& vm, const char* name, std::span<const std::string> arguments) {
    RootVector values(vm.heap);
    for (const std::string& argument : arguments) {
        auto text = file_system_text(vm, argument);
        if (!text.is_error())
            values.push(text.release());
    }
    module_set(vm, *vm.sys, name, make_list(vm, values.items));
}

void set_up_sys(VM& vm) {
    Str* name = intern(vm, "sys");
    Module* module = make_native_module(vm, name, make_dict(vm));
    module->flags |= Module::FILLED;
    vm.sys = module;
    add_constants(vm, *module);
    for (const NativeDef& def : FUNCTIONS) {
        NativeFunction* function = make_native_function(vm, def, nullptr, module);
        function->module = name;
        dict_set(vm, *module->dict, intern(vm, def.name()), function);
    }
    dict_set(vm, *vm.modules, name, module);
}

} // namespace ouro::stdlib
