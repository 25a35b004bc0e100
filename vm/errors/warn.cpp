// SPDX-License-Identifier: MIT
//
// Warnings that the engine itself gives, and the finalizers that give some of them. A script that imported `warnings` gets
// them through that module's filters; otherwise they go to stderr in its format.
#include "vm/code.hpp"
#include "vm/finalize.hpp"
#include "vm/run/frame.hpp"
#include "vm/async/generator.hpp"
#include "vm/run/interpreter.hpp"
#include "vm/vm.hpp"

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
    if (source_line && code) {
        std::string source = source_line(*this, file, line);
        size_t start = source.find_first_not_of(" \t\f");
        if (start != std::string::npos)
            text += fmt::format("  {}\n", std::string_view(source).substr(start));
    }
    write_stderr(text);
}

Result<void> VM::async_generator_started(Generator& generator) {
    generator.hooks_inited = true;
    heap.add_finalizable(&generator);
    GeneratorExtra& extra = generator_extra(*this, generator);
    Heap::store(&extra, extra.async_finalizer, thread->async_finalizer);
    if (thread->async_firstiter)
        TRY(call(*this, thread->async_firstiter, {&generator}));
    return {};
}

bool VM::is_builtin_module(Str* name) const {
    if (!name)
        return false;
    for (const NativeModule* native : native_modules) {
        if (name->view() == native->name)
            return true;
    }
    return false;
}

static void finalize(VM& vm, Object* object) {
    Type* type = object->type();
    for (const NativeType* native = type->native; native; native = native->base) {
        if (native->finalize) {
            native->finalize(vm, object);
            break;
        }
    }
    Value method = type->has(Type::HEAP) ? type->special(vm, Special::Del) : Value();
    if (!method)
        return;
    auto result = call_special(vm, object, Special::Del);
    if (result.is_error())
        vm.report_unraisable(result.exception(), repr_text(vm, method));
}

void VM::run_finalizers() {
    while (!finalizer_queue.empty()) { // the oldest first; they may drop more
        RootVector batch(heap);
        batch.items.assign(finalizer_queue.begin(), finalizer_queue.end());
        finalizer_queue.clear();
        for (Value object : batch.items)
            finalize(*this, object.object());
    }
}

void finalize_everything(VM& vm) {
    vm.heap.collect(true);
    vm.run_finalizers();
    vm.heap.set_enabled(false); // what is finalized here is still listed as something to finalize
    vm.heap.for_each_object(
        [](void* context, Object* object) {
            if (object->kind != Kind::Native && object->flags & Object::FINALIZABLE)
                static_cast<VM*>(context)->finalizer_queue.push_back(object);
        },
        &vm);
    vm.run_finalizers();
}

} // namespace ouro::vm
