// SPDX-License-Identifier: MIT
//
// Deprecations are told through the module `warnings` alone: without it, nobody but __main__ would be told.
#include "vm/model/deprecation.hpp"

#include "vm/model/code.hpp"
#include "vm/model/core.hpp"
#include "vm/model/frame.hpp"

namespace ouro::vm {

// The module `warnings`, loaded where its filters show what code of module `name` does; empty when nobody would see it.
static Value warnings_module(VM& vm, std::string_view name) {
    if (DictEntry* loaded = dict_find(*vm.modules, intern(vm, "warnings")))
        return as<Module>(loaded->value) ? loaded->value : Value();
    if (name != "__main__")
        return {};
    auto imported = vm.hooks.import_absolute(vm, "warnings");
    return imported.is_error() ? Value() : imported.release(); // a VM without library has no filters either
}

Result<void> warn_deprecated(VM& vm, std::string_view message) {
    Frame* frame = current_frame(vm);
    Dict* globals = !frame ? nullptr : frame->function ? frame->function->globals : frame->ns;
    if (!globals)
        return {};
    DictEntry* entry = dict_find(*globals, vm.names.dunder_name);
    Str* name = entry ? as<Str>(entry->value) : nullptr;
    Value module = warnings_module(vm, name ? name->view() : "");
    if (!module)
        return {};
    Str* key = intern(vm, "__warningregistry__");
    DictEntry* known = dict_find(*globals, key);
    Value registry = known ? known->value : Value(make_dict(vm));
    if (!known)
        dict_set(vm, *globals, key, registry);
    Value line = Value::small_int(frame->code->line_entry(frame->pc_offset()).line);
    Value hook = TRY(get_attribute(vm, module, "warn_explicit"));
    TRY(call(vm, hook,
             {make_short_str(vm, message), vm.exception_type(ExceptionId::DeprecationWarning), frame->code->filename,
              line, name ? name : make_short_str(vm, "<string>"), registry}));
    return {};
}

} // namespace ouro::vm
