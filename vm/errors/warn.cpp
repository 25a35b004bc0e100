// SPDX-License-Identifier: MIT
//
// Warnings that the engine itself gives. A script that imported `warnings` gets them through that module's filters;
// otherwise they go to stderr in its format.
#include "vm/errors/warn.hpp"

#include "vm/errors/traceback.hpp"
#include "vm/model/code.hpp"
#include "vm/model/core.hpp"
#include "vm/model/frame.hpp"

namespace ouro::vm {

Result<void> warn_explicit(VM& vm, ExceptionId category, std::string_view message, std::string_view filename,
                           uint32_t line, std::string_view source_line) {
    DictEntry* module = dict_find(*vm.modules, intern(vm, "warnings"));
    if (module && as<Module>(module->value)) {
        Value hook = TRY(get_attribute(vm, module->value, "warn_explicit"));
        TRY(call(vm, hook, {make_short_str(vm, message), vm.exception_type(category), make_short_str(vm, filename),
                            Value::small_int(line)}));
        return {};
    }
    if (category == ExceptionId::DeprecationWarning || category == ExceptionId::ResourceWarning)
        return {};
    std::string_view name = vm.exception_type(category)->name->view();
    std::string text = fmt::format("{}:{}: {}: {}\n", filename, line, name, message);
    size_t start = source_line.find_first_not_of(" \t\f");
    if (start != std::string_view::npos)
        text += fmt::format("  {}\n", source_line.substr(start));
    vm.write_stderr(text);
    return {};
}

void VM::warn_at(ExceptionId category, std::string_view message, const Code* code, const uint32_t* pc) {
    Frame* frame = current_frame(*this);
    if (!code && frame) {
        code = frame->code;
        pc = frame->pc;
    }
    std::string_view file = code ? code->filename->view() : "<sys>";
    uint32_t offset = code && pc > code->words ? uint32_t(pc - code->words) - 1 : 0;
    uint32_t line = code ? code->line_entry(offset).line : 0;
    std::string source = code ? source_line(*this, code->text, file, line) : "";
    auto warned = warn_explicit(*this, category, message, file, line, source);
    if (warned.is_error())
        report_unraisable(warned.exception(), message);
}

} // namespace ouro::vm
