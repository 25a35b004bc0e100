// SPDX-License-Identifier: MIT
//
// _tracebacks: the engine's formatting of exceptions and stacks, for traceback.py, linecache.py and logging.
#include "stdlib/modules.hpp"

#include "vm/objects/frame_object.hpp"
#include "vm/errors/traceback.hpp"
#include "vm/model/code.hpp"

namespace ouro::stdlib {

using namespace vm;

static Result<std::string> format_value(VM& vm, Value value, bool chain, bool with_stack) {
    Exception* exception = as<Exception>(value);
    if (!exception)
        return vm.type_error("Exception expected for value, {} found", vm.type_name(value));
    if (!with_stack)
        return format_exception_only(vm, *exception);
    return format_exception(vm, *exception, chain);
}

static Value text_or_none(const Str* text) { return text ? Value(const_cast<Str*>(text)) : Value::none(); }

static Value stack_tuples(VM& vm, const std::vector<StackEntry>& stack) {
    RootVector rows(vm.heap);
    for (const StackEntry& entry : stack) {
        auto number = [](int32_t value) { return value < 0 ? Value::none() : Value::small_int(value); };
        rows.push(make_tuple(vm, {Value(make_short_str(vm, entry.filename)), Value::small_int(entry.line),
                                  Value(make_short_str(vm, entry.name)), Value::small_int(entry.end_line),
                                  number(entry.column), number(entry.end_column), text_or_none(entry.text)}));
    }
    return make_list(vm, rows.items);
}

// (file, line, name, end line, column, end column, text) per entry, outermost first; the text is None where the file
// has it.
static Value traceback_entries(VM& vm, Traceback* traceback) { return stack_tuples(vm, stack_of(traceback)); }

static Value running_entries(VM& vm, int64_t skip) { return stack_tuples(vm, running_stack(vm, unsigned(skip))); }

static std::string format_entry_text(VM& vm, std::string_view filename, int64_t line, std::string_view name,
                                     int64_t end_line, std::optional<int64_t> column,
                                     std::optional<int64_t> end_column, Str* text) {
    return format_entry(vm, {std::string(filename), std::string(name), uint32_t(line), uint32_t(end_line),
                             int32_t(column.value_or(-1)), int32_t(end_column.value_or(-1)), text});
}

static std::string source_line_text(VM& vm, std::string_view filename, int64_t line, Str* text) {
    return line <= 0 || line > INT32_MAX ? std::string() : source_line(vm, text, filename, uint32_t(line));
}

static Value text_of_code(Code& code) { return text_or_none(code.text); }
static Value text_of_file(VM& vm, std::string_view filename) { return text_or_none(running_text(vm, filename)); }

static constexpr NativeDef FUNCTIONS[] = {
    fn<format_value>("format(value, chain, with_stack, /)"),
    fn<traceback_entries>("entries(traceback, /)"),
    fn<running_entries>("running_entries(skip, /)"),
    fn<format_entry_text>("format_entry(filename, line, name, end_line, column, end_column, text, /)"),
    fn<source_line_text>("source_line(filename, line, text, /)"),
    fn<text_of_code>("code_text(code, /)"),
    fn<text_of_file>("running_text(filename, /)"),
};

extern const NativeModule tracebacks_module;
constinit const NativeModule tracebacks_module = {"_tracebacks", nullptr, FUNCTIONS, std::size(FUNCTIONS), nullptr};

} // namespace ouro::stdlib
