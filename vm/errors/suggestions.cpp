// SPDX-License-Identifier: MIT
//
// "Did you mean: 'x'?" below uncaught NameErrors, AttributeErrors and ImportErrors: the existing name that is closest
// to the wrong one.
#include "vm/errors/suggestions.hpp"

#include "vm/model/code.hpp"
#include "vm/errors/exception_members.hpp"
#include "vm/errors/exceptions.hpp"
#include "vm/objects/frame_object.hpp"
#include "vm/text/closest_name.hpp"
#include "vm/model/core.hpp"

namespace ouro::vm {

// --- Candidates -----------------------------------------------------------------------------------------------------

static void add_names(std::vector<std::string>& names, Dict* dict) {
    if (!dict)
        return;
    for (DictEntry& entry : *dict) {
        if (Str* name = entry.key.is_empty() ? nullptr : as<Str>(entry.key))
            names.emplace_back(name->view());
    }
}

static void add_names(std::vector<std::string>& names, Tuple* tuple) {
    for (size_t i = 0; tuple && i < tuple->size(); i++)
        names.emplace_back(as<Str>((*tuple)[i])->view());
}

static Traceback* innermost(Exception& exception) {
    Traceback* traceback = exception.traceback;
    while (traceback && traceback->next)
        traceback = traceback->next;
    return traceback;
}

// dir(object), or nothing when it fails.
static std::vector<std::string> attribute_names(VM& vm, Value object, bool with_underscored) {
    std::vector<std::string> names;
    auto dir = dict_find(*vm.builtins, intern(vm, "dir"));
    if (!dir)
        return names;
    auto listed = call(vm, dir->value, {object});
    List* list = listed.is_error() ? nullptr : as<List>(listed.release());
    for (size_t i = 0; list && i < list->size(); i++) {
        Str* name = as<Str>((*list)[i]);
        if (name && (with_underscored || !name->view().starts_with('_')))
            names.emplace_back(name->view());
    }
    return names;
}

static std::string suggest_attribute(VM& vm, Exception& exception, std::string_view wrong) {
    Value object = exception.field(field::OBJECT);
    if (object.is_empty())
        object = Value::none();
    return closest_name(attribute_names(vm, object, wrong.starts_with('_')), wrong);
}

static std::string suggest_import(VM& vm, Exception& exception, std::string_view wrong) {
    Str* name = as<Str>(exception.field(field::IMPORT_NAME));
    DictEntry* module = name ? dict_find(*vm.modules, intern(vm, name)) : nullptr;
    if (!module)
        return {};
    return closest_name(attribute_names(vm, module->value, wrong.starts_with('_')), wrong);
}

// Differs: the frame has ended, so the names that its code can bind are taken for those that were bound.
static std::string suggest_name(VM& vm, Exception& exception, std::string_view wrong) {
    Traceback* traceback = innermost(exception);
    if (!traceback)
        return {};
    Value receiver = exception.field(field::RECEIVER);
    if (Cell* cell = as<Cell>(receiver))
        receiver = cell->value;
    if (receiver) {
        auto found = find_attribute(vm, receiver, intern(vm, wrong));
        if (!found.is_error() && found.release())
            return fmt::format("self.{}", wrong);
    }
    std::vector<std::string> names;
    add_names(names, traceback->code->local_names);
    if (!traceback->code->has(Code::NAMESPACE)) // f_locals of a class body is its namespace alone
        add_names(names, traceback->code->free_names);
    FrameObject* frame = frame_object_of_traceback(vm, *traceback);
    add_names(names, frame->globals);
    add_names(names, vm.builtins);
    return closest_name(names, wrong);
}

static bool is_stdlib_module(VM& vm, Str* name) {
    auto names = get_attribute(vm, vm.sys ? Value(vm.sys) : Value::none(), "stdlib_module_names");
    if (names.is_error())
        return false;
    auto found = contains(vm, names.release(), name);
    return !found.is_error() && found.release();
}

std::string suggestion_text(VM& vm, Exception& exception) {
    using enum ExceptionId;
    bool is_import = is_exception_of(&exception, vm, ImportError), is_name = is_exception_of(&exception, vm, NameError);
    bool is_attribute = is_exception_of(&exception, vm, AttributeError);
    if (!is_import && !is_name && !is_attribute)
        return {};
    Str* wrong = as<Str>(exception.field(is_import ? unsigned(field::IMPORT_NAME_FROM) : unsigned(field::NAME)));
    if (!wrong)
        return {};
    std::string found = is_import ? suggest_import(vm, exception, wrong->view())
                        : is_name ? suggest_name(vm, exception, wrong->view())
                                  : suggest_attribute(vm, exception, wrong->view());
    std::string text = found.empty() ? std::string() : fmt::format(". Did you mean: '{}'?", found);
    if (is_name && is_stdlib_module(vm, wrong))
        text += fmt::format("{} did you forget to import '{}'?", found.empty() ? "." : " Or", wrong->view());
    if (is_name && found.empty() && !text.empty())
        text[2] = 'D';
    return text;
}

} // namespace ouro::vm
