// SPDX-License-Identifier: MIT
//
// Warnings that the engine itself gives. A script that imported `warnings` gets them through that module's filters;
// otherwise they go to stderr in its format.
#include "vm/model/code.hpp"
#include "vm/model/core.hpp"
#include "vm/model/frame.hpp"

namespace ouro::vm {

void VM::warn_at(ExceptionId category, std::string_view message, const Code* code, const uint32_t* pc) {
    Frame* frame = current_frame(*this);
    if (!code && frame) {
        code = frame->code;
        pc = frame->pc;
    }
    std::string_view file = code ? code->filename->view() : "<sys>";
    uint32_t offset = code && pc > code->words ? uint32_t(pc - code->words) - 1 : 0;
    uint32_t line = code ? code->line_entry(offset).line : 0;
    DictEntry* module = dict_find(*modules, intern(*this, "warnings"));
    if (module && as<Module>(module->value)) {
        Value arguments[] = {make_short_str(*this, message), exception_type(category), make_short_str(*this, file),
                             Value::small_int(line)};
        auto hook = get_attribute(*this, module->value, "warn_explicit");
        auto result = hook.is_error() ? std::move(hook) : call(*this, hook.release(), arguments);
        if (result.is_error())
            report_unraisable(result.exception(), message);
        return;
    }
    bool is_hidden = category == ExceptionId::DeprecationWarning || category == ExceptionId::ResourceWarning;
    if (is_hidden)
        return;
    std::string text = fmt::format("{}:{}: {}: {}\n", file, line, exception_type(category)->name->view(), message);
    if (hooks.source_line && code) {
        std::string source = hooks.source_line(*this, file, line);
        size_t start = source.find_first_not_of(" \t\f");
        if (start != std::string::npos)
            text += fmt::format("  {}\n", std::string_view(source).substr(start));
    }
    write_stderr(text);
}

} // namespace ouro::vm
